using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>A role as somebody holds it, with the name of its scope.</summary>
/// <param name="ScopeKey">Slug of the territory or the group as <see cref="GroupScope"/> spells it; empty for everything.</param>
public sealed record HeldRole(Guid Id, Guid Version, Guid PersonId, Role Role, string? ScopeKey, string? ScopeName, DateOnly? From, DateOnly? To)
{
    /// <summary>"Support officer for Asker".</summary>
    public string Words => ScopeName is null ? Web.Words.Of(Role) : $"{Web.Words.Of(Role)} for {ScopeName}";

    public string Days => (From, To) switch
    {
        (null, null) => "no end set",
        ({ } from, null) => $"since {Web.Words.Of(from)}",
        (null, { } to) => $"until {Web.Words.Of(to)}",
        ({ } from, { } to) => $"{Web.Words.Of(from)} to {Web.Words.Of(to)}",
    };

    public bool HasEnded(DateOnly today) => To < today;

    public bool IsYetToCome(DateOnly today) => From > today;

    /// <summary>The roles of these persons, the present and later ones first.</summary>
    public static async Task<IReadOnlyList<HeldRole>> OfAsync(CcriDbContext db, IQueryable<Person> persons, DateOnly today, CancellationToken cancellationToken)
    {
        var roles = await (from person in persons
                           join r in db.RoleAssignments on person.Id equals r.PersonId
                           join t in db.Territories on r.TerritoryId equals t.Id into territories
                           from territory in territories.DefaultIfEmpty()
                           join g in db.WorkingGroups on r.WorkingGroupId equals g.Id into groups
                           from workingGroup in groups.DefaultIfEmpty()
                           join s in db.SubGroups on r.SubGroupId equals s.Id into subGroups
                           from subGroup in subGroups.DefaultIfEmpty()
                           select new { r.Id, r.Version, r.PersonId, r.Role, territory!.Slug, Territory = territory.Name, workingGroup!.Code, Group = workingGroup.Name, r.SubGroupId, SubGroup = subGroup!.Name, r.From, r.To })
            .ToListAsync(cancellationToken);
        return [.. roles.Select(r => new HeldRole(r.Id, r.Version, r.PersonId, r.Role, r.Slug ?? (r.Code is null ? null : $"{new GroupKey(r.Code, r.SubGroupId)}"),
                r.Territory ?? (r.Group is null ? null : GroupScope.Name(r.Group, r.SubGroup)), r.From, r.To))
            .OrderBy(r => r.HasEnded(today)).ThenBy(r => r.Role).ThenBy(r => r.ScopeName, StringComparer.Ordinal).ThenBy(r => r.Id)];
    }
}
