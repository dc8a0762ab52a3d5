using System.Globalization;
using Ccri.Domain.Plans;

namespace Ccri.Web.Features.Plans;

/// <summary>A figure of investments as people read it, with how it is computed and what it leaves out.</summary>
public sealed record Figure(string Name, string Value, string How);

/// <summary>The words of the seven figures, for a plan and for one project alike. Decision 16 says why they are computed so.</summary>
public static class InvestmentFigures
{
    public static IReadOnlyList<Figure> OfPlan(Funding funding) => Of(funding, isPlan: true);

    public static IReadOnlyList<Figure> OfProject(Funding funding) => Of(funding, isPlan: false);

    /// <summary>"2 of 9 projects not known"; empty when nothing is left out.</summary>
    public static string? LeftOut(Sum sum, string one) => sum.LeftOut == 0 ? null : $"{Words.Of(sum.LeftOut)} of {Plural.Of(sum.Counted + sum.LeftOut, one)} not known";

    /// <summary>The cells of one table: all with cents as soon as one has some, so that the columns line up and add up.</summary>
    public static Func<Sum?, string> Cells(params IEnumerable<Sum?> table)
    {
        var format = table.Any(sum => sum?.Cents % 100 is not (0 or null)) ? "N2" : "N0";
        return sum => sum is { IsKnown: true } known ? (known.Cents / 100m).ToString(format, CultureInfo.InvariantCulture) : "not known";
    }

    private static List<Figure> Of(Funding funding, bool isPlan)
    {
        string? Projects(Sum sum) => isPlan ? LeftOut(sum, "project") : null;
        return
        [
            new("Needed", Brief(funding.Needed), Sentences("Cost to build and cost to prepare", Projects(funding.Needed), !isPlan && !funding.Needed.IsKnown ? "Both must be known in euro" : null)),
            new("Secured", Brief(funding.Secured), Sentences("Contracted or paid out", LeftOut(funding.Secured, "line"))),
            new("In talks", Brief(funding.Pending), Sentences("Applied for or approved, not contracted yet", LeftOut(funding.Pending, "line"))),
            new("Gap", Brief(funding.Gap), Sentences(isPlan ? "Needed less secured, project by project" : "Needed less secured, never below 0", Projects(funding.Gap), Why(funding, isPlan))),
            new("Surplus", Brief(funding.Surplus), Sentences(isPlan ? "Secured beyond what a project needs; it pays for no other project" : "Secured beyond what is needed", Projects(funding.Surplus))),
            new("Private share", funding.PrivateShare is { } share ? Words.Share(share) : "not known",
                funding.PrivateShare is null ? (funding.Secured.LeftOut > 0 ? "The secured amounts are not known in euro" : "No money is secured yet") : Sentences($"{Words.Briefly(funding.Private.Cents)} of the {Words.Briefly(funding.Secured.Cents)} secured is private", LeftOut(funding.Secured, "line"))),
            new("Leverage", funding.Leverage is { } leverage ? leverage.ToString("0.00", CultureInfo.InvariantCulture) : "not known",
                funding.Leverage is null ? (funding.Union.LeftOut > 0 ? "The secured amounts of the Union are not known in euro" : "No money of the Union is secured yet") : Sentences($"Euro secured from elsewhere for each euro of the Union: {Words.Briefly(funding.Secured.Cents - funding.Union.Cents)} for {Words.Briefly(funding.Union.Cents)}", LeftOut(funding.Secured, "line"))),
        ];
    }

    private static string? Why(Funding funding, bool isPlan) => !isPlan && !funding.Gap.IsKnown && funding.Needed.IsKnown ? "A secured amount is not known in euro" : null;

    private static string Brief(Sum sum) => sum.IsKnown ? Words.Briefly(sum.Cents) : "not known";

    private static string Sentences(params IEnumerable<string?> parts) => string.Join("; ", parts.OfType<string>());
}
