using Ccri.Domain.Plans;

namespace Ccri.Web.Demonstration;

/// <summary>The money of an invented project, as sure as its stage allows: identified, applied for, contracted, paid out, refused.</summary>
internal static class InventedFunding
{
    private sealed record Part(FundingSource Source, FundingInstrument Instrument, string? Provider, bool IsPrivate, int Percent, FundingStatus Status);

    private static readonly Part[] Secured =
    [
        new(FundingSource.OwnBudget, FundingInstrument.Grant, null, false, 25, FundingStatus.Disbursed),
        new(FundingSource.Erdf, FundingInstrument.Grant, "Managing authority of the programme", false, 35, FundingStatus.Contracted),
        new(FundingSource.CommercialLoan, FundingInstrument.Loan, "Savings bank of the region", true, 40, FundingStatus.Contracted),
    ];

    private static readonly Part[] Prepared =
    [
        new(FundingSource.OwnBudget, FundingInstrument.Grant, null, false, 20, FundingStatus.Contracted),
        new(FundingSource.NationalOrRegional, FundingInstrument.Grant, "National programme for the circular economy", false, 30, FundingStatus.Approved),
        new(FundingSource.EibLoan, FundingInstrument.Loan, "Public promotional bank", false, 30, FundingStatus.AppliedFor),
        new(FundingSource.Equity, FundingInstrument.Equity, "Local investor", true, 15, FundingStatus.Identified),
    ];

    private static readonly Part[] Early =
    [
        new(FundingSource.Life, FundingInstrument.TechnicalAssistance, null, false, 4, FundingStatus.AppliedFor),
        new(FundingSource.Interreg, FundingInstrument.Grant, null, false, 10, FundingStatus.Rejected),
        new(FundingSource.Other, FundingInstrument.Blended, "A fund for circular business, still to be found", true, 0, FundingStatus.Identified),
    ];

    /// <param name="stage">The highest it reached.</param>
    public static void Make(Invention invention, InvestmentProject project, int stage, decimal? rate, DateOnly? day, bool hasSurplus, Chance chance)
    {
        var parts = stage switch { >= 6 => Secured, >= 3 => Prepared, _ => Early };
        if (hasSurplus && stage >= 6)
            parts = [.. parts, new(FundingSource.HorizonEurope, FundingInstrument.Grant, null, false, 12, FundingStatus.Disbursed)];
        var total = project.Capex + (project.Preparation ?? 0);
        var open = total;
        foreach (var part in parts)
        {
            var line = invention.Add(new FundingLine(project));
            line.ComeFrom(part.Source, part.Instrument, part.Provider is { } provider ? Invention.Say(provider) : null, part.IsPrivate);
            var cents = part.Source == FundingSource.CommercialLoan ? open : part.Percent == 0 ? null : total * part.Percent / 100 / 100_000 * 100_000; // the bank fills what is left
            open -= Give(line, project, cents, rate, day);
            line.Stand(part.Status, FundingLine.IsSecured(part.Status) || chance.In(60) ? invention.Today.AddDays(-chance.From(15, 220)) : null, invention.Today);
            line.Remark(Invention.Say(part.Status == FundingStatus.Rejected ? "ranked below the line; a new try in the next call." : null));
        }
    }

    /// <summary>One application, counted in each project that is given here.</summary>
    public static void CountOnTheSameGrant(Invention invention, InvestmentProject project)
    {
        var line = invention.Add(new FundingLine(project));
        line.ComeFrom(FundingSource.HorizonEurope, FundingInstrument.Grant, Invention.Say("One application for several sites"), isPrivate: false);
        line.Give(400_000_00, Money.Euro, null, null);
        line.Stand(FundingStatus.AppliedFor, invention.Today.AddDays(-40), invention.Today);
        line.Remark(Invention.Say(null));
    }

    /// <summary>Money of the Union comes in euro, whatever the project is reckoned in.</summary>
    /// <returns>What that is in the currency of the project.</returns>
    private static long? Give(FundingLine line, InvestmentProject project, long? cents, decimal? rate, DateOnly? day)
    {
        if (!FundingLine.IsOfTheUnion(line.Source) || Currencies.Rate(project.Currency) is not { } usual)
        {
            line.Give(cents, project.Currency, rate, day);
            return cents;
        }
        var euros = Money.InEuro(cents, project.Currency, usual) / 100_000 * 100_000;
        line.Give(euros, Money.Euro, null, null);
        return (long?)(euros * usual);
    }
}
