using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>A member of a working group with its name.</summary>
/// <param name="Key">Of the territory or organisation.</param>
/// <param name="Slug">Of a territory.</param>
public sealed record MemberLine(Guid Id, Guid GroupId, Guid Key, MemberCategory Category, string Name, string? Slug, DateOnly? From, DateOnly? To)
{
    public bool IsTerritory => Slug is not null;

    public bool HeldOn(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);
}

/// <summary>Reads members; a territory contact sees only the own territory among them.</summary>
public sealed class GroupMembers(CcriDbContext db, Access access)
{
    /// <summary>By category and name.</summary>
    public async Task<IReadOnlyList<MemberLine>> ReadAsync(IQueryable<GroupMembership> memberships, CancellationToken cancellationToken)
    {
        var territories = await (from m in memberships
                                 join t in access.Visible(db.Territories) on m.TerritoryId equals t.Id
                                 select new MemberLine(m.Id, m.WorkingGroupId, t.Id, m.Category, t.Name, t.Slug, m.From, m.To)).ToListAsync(cancellationToken);
        var organisations = await (from m in memberships
                                   join o in db.Organisations on m.OrganisationId equals o.Id
                                   select new MemberLine(m.Id, m.WorkingGroupId, o.Id, m.Category, o.Name, null, m.From, m.To)).ToListAsync(cancellationToken);
        return [.. territories.Concat(organisations).OrderBy(m => m.Category).ThenBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.From).ThenBy(m => m.Id)];
    }
}
