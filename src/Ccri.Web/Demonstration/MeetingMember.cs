using Ccri.Domain;
using Ccri.Domain.Solutions;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Demonstration;

/// <summary>A member of a working group that is said to come to its sessions, or not.</summary>
/// <param name="Slug">Of a territory.</param>
internal sealed record MeetingMember(Guid MembershipId, Guid GroupId, Attendance Who, string? Slug)
{
    /// <summary>In an order that is the same in each database.</summary>
    public static async Task<IReadOnlyList<MeetingMember>> ReadAsync(CcriDbContext db, CancellationToken cancellationToken)
    {
        var names = await db.Territories.AsNoTracking().Select(t => new { t.Id, Name = t.Slug }).Concat(db.Organisations.Select(o => new { o.Id, o.Name })).ToDictionaryAsync(x => x.Id, x => x.Name, cancellationToken);
        return [.. (await db.GroupMemberships.AsNoTracking().Where(m => m.To == null).ToListAsync(cancellationToken))
            .Select(m => new MeetingMember(m.Id, m.WorkingGroupId, new Attendance(m.Category, m.TerritoryId, m.OrganisationId), m.TerritoryId is { } id ? names[id] : null))
            .OrderBy(m => m.Who.Category).ThenBy(m => names[m.Who.Key], StringComparer.Ordinal)];
    }
}

/// <summary>A solution of a member that sessions talk about.</summary>
/// <param name="Theme">Of the catalogue.</param>
internal sealed record TalkedAbout(Guid Id, Guid TerritoryId, string Theme)
{
    /// <summary>Of the territories of the catalogue; published ones by their code, invented ones by their sector.</summary>
    public static async Task<IReadOnlyList<TalkedAbout>> ReadAsync(CcriDbContext db, IEnumerable<Entity> invented, Catalogue catalogue, CancellationToken cancellationToken)
    {
        var themes = catalogue.Places.SelectMany(p => p.Solutions ?? []).Where(s => s.Code is not null).ToDictionary(s => s.Code!, s => s.Theme);
        var published = await db.Solutions.AsNoTracking().Where(s => themes.Keys.Contains(s.Code)).OrderBy(s => s.Code).ToListAsync(cancellationToken);
        return [.. published.Concat(invented.OfType<Solution>()).DistinctBy(s => s.Id).OrderBy(s => s.Code, StringComparer.Ordinal)
            .Select(s => (Solution: s, Theme: themes.GetValueOrDefault(s.Code) ?? catalogue.Themes.Values.FirstOrDefault(t => s.Sectors.Contains(t.Sector))?.Key))
            .Where(s => s.Theme is not null).Select(s => new TalkedAbout(s.Solution.Id, s.Solution.TerritoryId, s.Theme!))];
    }
}
