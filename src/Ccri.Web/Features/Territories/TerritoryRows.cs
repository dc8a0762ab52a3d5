using Ccri.Domain.Organisations;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

internal static class TerritoryRows
{
    /// <summary>What the list shows of these territories, in their order: a query for each kind of fact, however many territories.</summary>
    public static async Task<IReadOnlyList<ListTerritories.Row>> RowsOf(this CcriDbContext db, IReadOnlyCollection<RegisterRecord> records, DateOnly today, bool withContacts, CancellationToken cancellationToken)
    {
        var ids = records.Select(r => r.TerritoryId).ToList();
        var rows = await db.Territories.Where(t => ids.Contains(t.Id))
            .Select(t => new ListTerritories.Row(t.Id, t.Slug, t.Name, t.IsPlaceholder, t.Type, t.CountryCode, t.NutsCode, t.Population))
            .ToDictionaryAsync(r => r.Id, cancellationToken);
        var roles = (await db.OrganisationRoles.NotOverBy(today)
            .Where(r => r.TerritoryId != null && ids.Contains(r.TerritoryId.Value)
                && (r.Kind == OrganisationRoleKind.LeadOrganisation || r.Kind == OrganisationRoleKind.AccompanyingPartner))
            .Join(db.Organisations, r => r.OrganisationId, o => o.Id, (r, o) => new { r.TerritoryId, r.Kind, r.Id, o.Name, o.Acronym })
            .OrderBy(r => r.Id).ToListAsync(cancellationToken)).ToLookup(r => (r.TerritoryId!.Value, r.Kind));
        var groups = (await db.GroupMemberships.NotOverBy(today)
            .Where(m => m.TerritoryId != null && ids.Contains(m.TerritoryId.Value))
            .Join(db.WorkingGroups, m => m.WorkingGroupId, g => g.Id, (m, g) => new { m.TerritoryId, g.Code })
            .OrderBy(m => m.Code).ToListAsync(cancellationToken)).ToLookup(m => m.TerritoryId!.Value, m => m.Code);
        var contacts = withContacts
            ? await db.LoggedContacts.Where(c => ids.Contains(c.TerritoryId)).GroupBy(c => c.TerritoryId).Select(g => new { g.Key, Last = g.Max(c => c.On) }).ToDictionaryAsync(c => c.Key, c => c.Last, cancellationToken)
            : [];
        return [.. records.Select(record => rows[record.TerritoryId] with
        {
            Tier = record.Tier, Participation = record.Participation, Gaps = record.Gaps, Groups = [.. groups[record.TerritoryId]],
            LastContact = contacts.TryGetValue(record.TerritoryId, out var last) ? last : null,
            Leads = [.. roles[(record.TerritoryId, OrganisationRoleKind.LeadOrganisation)].Select(r => r.Name)],
            AccompanyingPartners = [.. roles[(record.TerritoryId, OrganisationRoleKind.AccompanyingPartner)].Select(r => r.Acronym ?? r.Name)],
        })];
    }
}
