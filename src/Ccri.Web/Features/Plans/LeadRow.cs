using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>A lead of an objective or an action, as it is shown beside it.</summary>
/// <param name="OrganisationId">Of one that is in the register.</param>
public sealed record LeadRow(Guid Id, Guid? ObjectiveId, Guid? ActionId, Guid? OrganisationId, string Name, Sector Sector, bool IsCoLead)
{
    /// <summary>"OVAM (public)", "with Circular Flanders (private)".</summary>
    public static string InWords(IEnumerable<LeadRow> leads) => string.Join(", ", leads.Select(l => $"{(l.IsCoLead ? "with " : "")}{l.Name}{Of(l.Sector)}"));

    /// <summary>"public lead", "private co-lead".</summary>
    public string Part => (Sector == Sector.Other ? "" : $"{Words.Of(Sector).ToLowerInvariant()} ") + (IsCoLead ? "co-lead" : "lead");

    private static string Of(Sector sector) => sector == Sector.Other ? "" : $" ({Words.Of(sector).ToLowerInvariant()})";
}

internal static class LeadRows
{
    /// <summary>The leads before the co-leads, public before private.</summary>
    public static async Task<List<LeadRow>> LeadRowsAsync(this CcriDbContext db, IQueryable<Lead> leads, CancellationToken cancellationToken) =>
        [.. (await leads.OrderBy(l => l.Id).Select(l => new LeadRow(l.Id, l.ObjectiveId, l.ActionId, l.OrganisationId,
                l.Name ?? db.Organisations.Where(o => o.Id == l.OrganisationId).Select(o => o.Acronym ?? o.Name).FirstOrDefault() ?? "", l.Sector, l.IsCoLead)).ToListAsync(cancellationToken))
            .OrderBy(l => l.IsCoLead).ThenBy(l => l.Sector).ThenBy(l => l.Id)];
}
