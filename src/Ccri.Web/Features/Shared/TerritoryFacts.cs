using Ccri.Domain.Knowledge;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Shared;

/// <summary>Which facts of a territory somebody confirms from time to time, and on which rows they stand.</summary>
public static class TerritoryFacts
{
    /// <summary>With a source, and not invented.</summary>
    public static IQueryable<FactNote> ConfirmableFacts(this CcriDbContext db) => db.FactNotes.Where(n => n.Confidence != Confidence.Illustrative && n.Sources.Any());

    /// <summary>The rows that the page of a territory shows with their source, to be confirmed there; plans, solutions and what belongs to them are not among them. Of the rows beside the territory only the note about the whole row counts.</summary>
    public static IQueryable<FactRow> FactRows(this CcriDbContext db, DateOnly today) => db.Territories.Select(t => new FactRow { Row = t.Id, Territory = t.Id })
        .Concat(db.OrganisationRoles.Where(r => r.TerritoryId != null).Select(r => new FactRow { Row = r.Id, Territory = r.TerritoryId!.Value }))
        .Concat(db.GroupMemberships.NotOverBy(today).Where(m => m.TerritoryId != null).Select(m => new FactRow { Row = m.Id, Territory = m.TerritoryId!.Value }))
        .Concat(db.NetworkMemberships.NotOverBy(today).Where(m => m.TerritoryId != null).Select(m => new FactRow { Row = m.Id, Territory = m.TerritoryId!.Value }))
        .Concat(db.ClusterMembers.Select(m => new FactRow { Row = m.Id, Territory = m.TerritoryId }));
}

/// <summary>A row and the territory that it belongs to.</summary>
public sealed class FactRow
{
    public Guid Row { get; init; }
    public Guid Territory { get; init; }
}
