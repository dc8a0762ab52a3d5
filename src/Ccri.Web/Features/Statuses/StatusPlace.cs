using Ccri.Domain.Statuses;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Statuses;

/// <summary>Whose a thing with a status is, and where it stands on the site.</summary>
/// <param name="Address">Of its own page, or of the page that shows it, below the site's root.</param>
public sealed record StatusPlace(Guid TerritoryId, string Address);

internal static class StatusPlaces
{
    /// <exception cref="NotFoundException">When there is no such thing of that kind, or none that belongs to a territory.</exception>
    public static async Task<StatusPlace> StatusPlaceAsync(this CcriDbContext db, StatusKind kind, Guid id, CancellationToken cancellationToken) =>
        await Places(db, kind, id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException(Words.Of(kind), id);

    private static IQueryable<StatusPlace> Places(CcriDbContext db, StatusKind kind, Guid id) => kind switch
    {
        StatusKind.Milestone => db.Milestones.Where(m => m.Id == id).Select(m => new StatusPlace(m.TerritoryId, m.SolutionId != null
            ? "solutions/" + db.Solutions.Where(s => s.Id == m.SolutionId).Select(s => s.Code).First() + "/roadmap"
            : "plans/" + db.Plans.Where(p => db.PlanActions.Any(a => a.Id == m.ActionId && a.PlanId == p.Id)).Select(p => p.Code).First() + "/actions/" + m.ActionId.ToString()!.ToLower())),
        StatusKind.Action => from a in db.PlanActions.Where(a => a.Id == id) join p in db.Plans on a.PlanId equals p.Id select new StatusPlace(a.TerritoryId, "plans/" + p.Code + "/actions/" + a.Id.ToString().ToLower()),
        StatusKind.Project => from i in db.InvestmentProjects.Where(i => i.Id == id) join p in db.Plans on i.PlanId equals p.Id select new StatusPlace(i.TerritoryId, "plans/" + p.Code + "/projects/" + i.Id.ToString().ToLower()),
        StatusKind.Indicator => db.IndicatorSeries.Where(s => s.Id == id && s.TerritoryId != null).Select(s => new StatusPlace(s.TerritoryId!.Value, "indicators/series/" + s.Id.ToString().ToLower())),
        StatusKind.Solution => db.Solutions.Where(s => s.Id == id).Select(s => new StatusPlace(s.TerritoryId, "solutions/" + s.Code)),
        StatusKind.Plan => db.Plans.Where(p => p.Id == id).Select(p => new StatusPlace(p.TerritoryId, "plans/" + p.Code)),
        _ => db.Territories.Where(t => t.Id == id).Select(t => new StatusPlace(t.Id, "territories/" + t.Slug)),
    };
}
