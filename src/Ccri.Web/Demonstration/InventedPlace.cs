using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;

namespace Ccri.Web.Demonstration;

/// <summary>One territory: its plans and solutions, and what ties them together.</summary>
internal static class InventedPlace
{
    /// <returns>Its solutions, published ones included.</returns>
    public static IEnumerable<Solution> Make(Invention invention, Place place, IReadOnlyDictionary<string, Plan> publishedPlans, IReadOnlyDictionary<string, Solution> publishedSolutions,
        IReadOnlyDictionary<string, Guid> indicators)
    {
        var ceap = place.Entry.ActionPlan is { } entry ? InventedPlans.ActionPlan(invention, place, entry) : null;
        var solutions = new Dictionary<string, Solution>();
        foreach (var solution in place.Entry.Solutions ?? [])
        {
            solutions[solution.Theme] = InventedSolutions.Make(invention, place, solution, ceap, publishedSolutions);
            if (solution.Roadmaps > 0)
                invention.Roadmaps.Add((solutions[solution.Theme], solution.Roadmaps));
        }
        IReadOnlyList<(PlanAction, string)> actions = [];
        if (ceap is not null)
        {
            actions = InventedActions.Make(invention, place, ceap, place.Entry.ActionPlan!, solutions, indicators);
            Finish(invention, place, ceap, place.Entry.ActionPlan!.Versions, place.Entry.ActionPlan.Reviews);
        }
        if (place.Entry.InvestmentPlan is { } investment)
        {
            var ceip = InventedPlans.InvestmentPlan(invention, place, investment, ceap ?? (investment.FinancesPublished is { } code ? publishedPlans[code] : null));
            InventedProjects.Make(invention, place, ceip, investment, actions, solutions);
            Finish(invention, place, ceip, investment.Versions, investment.Versions > 1 ? 1 : 0);
        }
        return solutions.Values;
    }

    /// <summary>Territories that get no help have no reviews and no scores.</summary>
    private static void Finish(Invention invention, Place place, Plan plan, int versions, int reviews)
    {
        if (place.IsHelped)
            InventedReviews.Make(invention, place, plan, reviews);
        if (versions > 0)
            invention.Plans.Add((plan, versions));
    }
}
