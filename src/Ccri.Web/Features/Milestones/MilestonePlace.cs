using Ccri.Domain.Milestones;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Milestones;

/// <summary>What a milestone belongs to, and the page on which it stands.</summary>
/// <param name="OwnerId">Of the solution or the action.</param>
/// <param name="Title">Of the solution or the action.</param>
/// <param name="Address">The roadmap of the solution, or the page of the action.</param>
/// <param name="IsRoadmap">On a solution's roadmap; of an action otherwise.</param>
public sealed record MilestonePlace(Guid OwnerId, Guid TerritoryId, string Title, string Address, bool IsRoadmap);

internal static class MilestonePlaces
{
    public static Task<MilestonePlace> PlaceOfAsync(this CcriDbContext db, Milestone milestone, CancellationToken cancellationToken) => milestone.SolutionId is { } solution
        ? db.RoadmapAsync(s => s.Id == solution, solution, cancellationToken) : db.ActionPlaceAsync(milestone.ActionId ?? Guid.Empty, cancellationToken);

    /// <param name="solution">The code of a solution, or empty for an action's.</param>
    public static Task<MilestonePlace> PlaceAsync(this CcriDbContext db, string? solution, Guid? action, CancellationToken cancellationToken) => string.IsNullOrEmpty(solution)
        ? db.ActionPlaceAsync(action ?? Guid.Empty, cancellationToken) : db.RoadmapAsync(s => s.Code == solution, solution, cancellationToken);

    private static async Task<MilestonePlace> RoadmapAsync(this CcriDbContext db, System.Linq.Expressions.Expression<Func<Domain.Solutions.Solution, bool>> which, object key, CancellationToken cancellationToken) =>
        await db.Solutions.Where(which).Select(s => new MilestonePlace(s.Id, s.TerritoryId, s.Title, "/solutions/" + s.Code + "/roadmap", true)).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("Solution", key);

    private static async Task<MilestonePlace> ActionPlaceAsync(this CcriDbContext db, Guid action, CancellationToken cancellationToken)
    {
        var found = await (from a in db.PlanActions.Where(a => a.Id == action)
                           join p in db.Plans on a.PlanId equals p.Id
                           select new { a.TerritoryId, a.Title, p.Code }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Action", action);
        return new MilestonePlace(action, found.TerritoryId, found.Title, $"/plans/{found.Code}/actions/{action}", false);
    }
}
