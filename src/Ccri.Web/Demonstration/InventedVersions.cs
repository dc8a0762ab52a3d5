using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Ccri.Web.Features.Shared;

namespace Ccri.Web.Demonstration;

/// <summary>Versions of invented plans and roadmaps: what stands there now, taken back to the day on which it is said to have been kept.</summary>
internal static class InventedVersions
{
    private const int DaysBetweenRoadmaps = 170;

    public static async Task MakeAsync(Invention invention, IPictureReader<Plan> plans, IPictureReader<Solution> solutions, ILookup<Guid, Milestone> milestones, CancellationToken cancellationToken)
    {
        foreach (var (plan, versions) in invention.Plans)
        {
            var picture = await plans.ReadAsync(plan, cancellationToken);
            foreach (var (i, (occasion, on)) in Occasions(plan, versions, invention.Today).Index())
            {
                var content = KeptPicture.Of(EarlierPlan.At(picture, plan, occasion, on, isFirst: i == 0 && versions > 1));
                invention.Add(new PlanVersion(plan, i + 1, occasion, occasion == VersionOccasion.Kept ? "Before the objectives are revised" : null, content, null, Invention.Afternoon(on)));
            }
        }
        foreach (var (solution, versions) in invention.Roadmaps)
        {
            var picture = await solutions.ReadAsync(solution, cancellationToken);
            for (var number = 1; number <= versions; number++)
            {
                var on = invention.Today.AddDays(-DaysBetweenRoadmaps * (versions - number + 1));
                var content = KeptPicture.Of(EarlierRoadmap.At(picture, milestones[solution.Id].ToDictionary(m => m.Id), on, isFirst: number == 1));
                invention.Add(new RoadmapVersion(solution.Id, solution.TerritoryId, number, on, Invention.Say(number == 1 ? "agreed with the steering group" : "after the yearly review"), content, invention.Today));
            }
        }
    }

    private static List<(VersionOccasion Occasion, DateOnly On)> Occasions(Plan plan, int versions, DateOnly today)
    {
        var occasions = new List<(VersionOccasion, DateOnly)>();
        if (plan.Status == PlanStatus.InReview)
            return [(VersionOccasion.SentToReview, today.AddDays(-21))];
        if (versions > 1)
            occasions.Add((VersionOccasion.SentToReview, plan.AdoptedOn!.Value.AddDays(-75)));
        occasions.Add((VersionOccasion.Adopted, plan.AdoptedOn!.Value));
        if (versions > 2)
            occasions.Add((VersionOccasion.Kept, today.AddDays(-35)));
        return occasions;
    }
}
