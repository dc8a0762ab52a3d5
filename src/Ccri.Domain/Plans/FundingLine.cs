namespace Ccri.Domain.Plans;

/// <summary>Where money comes from. Source: domain.md 5.4.</summary>
public enum FundingSource
{
    OwnBudget,
    NationalOrRegional,
    Erdf,
    CohesionFund,
    JustTransitionFund,
    Life,
    HorizonEurope,
    InvestEu,
    EibLoan,
    Eafrd,
    Interreg,
    RecoveryAndResilience,
    CommercialLoan,
    Equity,
    Crowdfunding,
    Other,
}

public enum FundingInstrument
{
    Grant,
    Loan,
    Guarantee,
    Equity,
    Blended,
    TechnicalAssistance,
}

/// <summary>How sure the money is; only contracted and disbursed money is secured.</summary>
public enum FundingStatus
{
    Identified,
    AppliedFor,
    Approved,
    Contracted,
    Disbursed,
    Rejected,
}

/// <summary>One piece of the money of an investment project. Source: domain.md 5.4.</summary>
public sealed class FundingLine : Entity
{
    public FundingLine(InvestmentProject project) => (ProjectId, PlanId, TerritoryId) = (project.Id, project.PlanId, project.TerritoryId);

    private FundingLine() { } // read from the database

    public Guid ProjectId { get; private set; }
    public Guid PlanId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public FundingSource Source { get; private set; }
    public FundingInstrument Instrument { get; private set; }

    /// <summary>Who gives it, in words.</summary>
    public string? Provider { get; private set; }

    /// <summary>Private money: of a bank, an investor, a company. Said, not deduced; <see cref="IsUsuallyPrivate"/> is what a form begins with.</summary>
    public bool IsPrivate { get; private set; }

    /// <summary>In cents of <see cref="Currency"/>; empty is not known, never nothing.</summary>
    public long? Amount { get; private set; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; private set; } = Money.Euro;

    /// <summary>Units of the currency for one euro, and the day of that rate; empty for euro, and while not known.</summary>
    public decimal? Rate { get; private set; }
    public DateOnly? RateOn { get; private set; }
    public FundingStatus Status { get; private set; }

    /// <summary>Since when it has that status.</summary>
    public DateOnly? On { get; private set; }
    public string? Note { get; private set; }

    public void Remark(string? note) => Note = Optional(note);

    public void ComeFrom(FundingSource source, FundingInstrument instrument, string? provider, bool isPrivate) =>
        (Source, Instrument, Provider, IsPrivate) = (source, instrument, Optional(provider), isPrivate);

    /// <exception cref="RuleViolationException">When the amount is negative, the currency unknown, or a rate has no day.</exception>
    public void Give(long? cents, string currency, decimal? rate, DateOnly? rateOn)
    {
        var known = Money.Known(currency);
        Require(cents is null or (>= 0 and <= Money.Largest), "The amount is negative or too large. Please enter 0 or more, or leave it empty when it is not known.");
        (Rate, RateOn) = Money.Rate(known, rate, rateOn);
        (Amount, Currency) = (cents, known);
    }

    /// <exception cref="RuleViolationException">When the day has not come yet, or money is secured without one.</exception>
    public void Stand(FundingStatus status, DateOnly? on, DateOnly today)
    {
        Require(on is null || on <= today, $"The day {on:yyyy-MM-dd} has not come yet. Record the status once it is reached.");
        Require(on is not null || !IsSecured(status), "Enter the day since when the money is contracted or paid out.");
        (Status, On) = (status, on);
    }

    /// <summary>Money that comes from the budget of the Union.</summary>
    public static bool IsOfTheUnion(FundingSource source) => source is FundingSource.Erdf or FundingSource.CohesionFund or FundingSource.JustTransitionFund or FundingSource.Life
        or FundingSource.HorizonEurope or FundingSource.InvestEu or FundingSource.Eafrd or FundingSource.Interreg or FundingSource.RecoveryAndResilience;

    /// <summary>What a line of this source is taken for while nobody says otherwise.</summary>
    public static bool IsUsuallyPrivate(FundingSource source) => source is FundingSource.CommercialLoan or FundingSource.Equity or FundingSource.Crowdfunding;

    public static bool IsSecured(FundingStatus status) => status is FundingStatus.Contracted or FundingStatus.Disbursed;

    /// <summary>Asked for, perhaps granted, not yet contracted.</summary>
    public static bool IsPending(FundingStatus status) => status is FundingStatus.AppliedFor or FundingStatus.Approved;
}
