using Ccri.Domain.Plans;

namespace Ccri.Web.Demonstration;

/// <summary>The headers of invented plans, and how far they are.</summary>
internal static class InventedPlans
{
    public static Plan ActionPlan(Invention invention, Place place, ActionPlanEntry entry)
    {
        var (from, to) = (invention.Today.Year + entry.From, invention.Today.Year + entry.To);
        var title = FormattableString.Invariant($"{entry.Title ?? $"Illustrative circular action plan of {place.Name}"} {from}–{to}");
        var plan = Make(invention, place, PlanKind.Ceap, title, from, to);
        plan.CallObjectives(entry.ObjectiveWord);
        Reach(plan, entry.Status, new DateOnly(from, 1, 1).AddDays(new Chance($"{plan.Code} adopted").From(10, 80)), place.Entry.Body, invention.Today);
        return plan;
    }

    /// <param name="financed">The action plan it finances.</param>
    public static Plan InvestmentPlan(Invention invention, Place place, InvestmentPlanEntry entry, Plan? financed)
    {
        var (from, to) = (invention.Today.Year - (entry.Status == PlanStatus.Expired ? 4 : 1), invention.Today.Year + (entry.Status == PlanStatus.Expired ? -1 : 5));
        var plan = Make(invention, place, PlanKind.Ceip, FormattableString.Invariant($"Illustrative circular investment plan of {place.Name} {from}–{to}"), from, to);
        plan.Finance(financed);
        Reach(plan, entry.Status, new DateOnly(from, 6, 1).AddDays(new Chance($"{plan.Code} adopted").From(0, 90)), place.Entry.Body, invention.Today);
        return plan;
    }

    private static Plan Make(Invention invention, Place place, PlanKind kind, string title, int from, int to)
    {
        var plan = invention.Add(new Plan(place.Id, kind, invention.NextCode(kind.ToString().ToUpperInvariant(), place.Slug), title));
        plan.Summarise($"{Invention.Source}. It shows what a plan of {place.Name} could hold; the territory has published nothing of it.");
        plan.WriteIn(place.Entry.Language);
        plan.Cover(from, to);
        return invention.Mark(plan, place.Id);
    }

    private static void Reach(Plan plan, PlanStatus status, DateOnly adopted, string body, DateOnly today)
    {
        if (status == PlanStatus.Planned)
            return;
        plan.Draft();
        if (status == PlanStatus.Drafting)
            return;
        plan.SendToReview();
        if (status == PlanStatus.InReview)
            return;
        plan.Adopt(adopted, body, today);
        if (status == PlanStatus.UnderRevision)
            plan.Revise();
        else if (status == PlanStatus.Expired)
            plan.Expire();
    }
}
