using Ccri.Domain.Plans;
using Ccri.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>The plans of a snapshot with everything in them.</summary>
internal static class SnapshotPlans
{
    /// <returns>By territory; action plans first, then by code.</returns>
    public static async Task<ILookup<Guid, SnapshotPlan>> ReadAsync(SnapshotReading read, CancellationToken cancellationToken)
    {
        var (db, of) = (read.Db, read.Territories);
        var plans = await db.Plans.AsNoTracking().Where(p => of.Contains(p.TerritoryId)).ToListAsync(cancellationToken);
        var scores = (await db.SectionScores.AsNoTracking().Where(s => of.Contains(s.TerritoryId)).ToListAsync(cancellationToken)).ToLookup(s => s.PlanId);
        var objectives = (await db.Objectives.AsNoTracking().Where(o => of.Contains(o.TerritoryId)).ToListAsync(cancellationToken)).ToLookup(o => o.PlanId);
        var actions = await SnapshotActions.ReadAsync(read, cancellationToken);
        var projects = await SnapshotProjects.ReadAsync(read, cancellationToken);
        var recommendations = await RecommendationsAsync(read, cancellationToken);
        var codes = plans.ToDictionary(p => p.Id, p => p.Code);
        return plans.OrderBy(p => p.Kind).ThenBy(p => p.Code, StringComparer.Ordinal).ToLookup(p => p.TerritoryId, plan => new SnapshotPlan(plan.Id, plan.Kind, plan.Code, plan.Title, plan.Status, plan.IsInForce,
            plan.AdoptedOn, plan.AdoptedBy, plan.ValidFrom, plan.ValidTo, plan.Budget, plan.Currency)
        {
            Summary = plan.Summary, Address = plan.Address, ObjectiveWord = plan.ObjectiveWord, IsInvented = read.Said.IsInvented(plan.Id),
            Finances = plan.ActionPlanId is { } financed ? codes.GetValueOrDefault(financed) : null,
            Reading = read.Status(plan.Id, plan.TerritoryId),
            Sections = Sections(scores[plan.Id]),
            Objectives = [.. objectives[plan.Id].OrderBy(o => o.IsLever).ThenBy(o => o.Number).ThenBy(o => o.Id).Select(o => new SnapshotObjective(o.Id, o.Number > 0 ? o.Number : null, o.Title, o.IsLever))],
            Actions = [.. actions[plan.Id]], Projects = [.. projects[plan.Id]], Recommendations = [.. recommendations[plan.Id]],
            Said = read.Said.Of(plan.Id, plan.TerritoryId,
            [
                .. scores[plan.Id].Select(s => s.Id),
                .. actions[plan.Id].SelectMany(a => a.Milestones.Select(m => m.Id).Prepend(a.Id)),
                .. projects[plan.Id].SelectMany(p => p.Lines.Select(l => l.Id).Prepend(p.Id)),
            ]),
        });
    }

    /// <summary>All twelve, once one is scored; none while nobody has scored any.</summary>
    private static List<SnapshotSection> Sections(IEnumerable<SectionScore> scores)
    {
        var given = scores.ToDictionary(s => s.Section);
        return given.Count == 0 ? [] : [.. Enum.GetValues<PlanSection>().Select(section => given.TryGetValue(section, out var score) ? new SnapshotSection(section, score.Score, score.Comment) : new SnapshotSection(section, null, null))];
    }

    private static async Task<ILookup<Guid, SnapshotRecommendation>> RecommendationsAsync(SnapshotReading read, CancellationToken cancellationToken)
    {
        var since = read.Period.From;
        var rows = await (from r in read.Db.Recommendations.AsNoTracking().Where(r => read.Territories.Contains(r.TerritoryId) && (r.AnsweredOn == null || r.AnsweredOn >= since))
                          join review in read.Db.PlanReviews on r.ReviewId equals review.Id
                          select new { Recommendation = r, review.On }).ToListAsync(cancellationToken);
        return rows.OrderBy(r => r.On).ThenBy(r => r.Recommendation.Section).ThenBy(r => r.Recommendation.Id)
            .ToLookup(r => r.Recommendation.PlanId, r => new SnapshotRecommendation(r.Recommendation.Id, r.Recommendation.Section, r.Recommendation.Text, r.Recommendation.Uptake, r.Recommendation.Answer, r.Recommendation.AnsweredOn, r.On));
    }
}
