using Ccri.Web.Features.Shared;

namespace Ccri.Web.Features.Territories;

/// <summary>The facts of a sheet as they travel inside the PDF. No identifiers: the same facts in two databases are the same facts.</summary>
public static class SheetFacts
{
    /// <param name="notice">Said in the head of each page, when there is one.</param>
    public static object Of(GetTerritory.Details territory, DateTime newest, string? notice) => new
    {
        Schema = "ccri/territory-sheet/1",
        Recorded = newest,
        Notice = notice,
        Profile = new
        {
            territory.Profile.Slug, territory.Profile.Name, territory.Profile.IsPlaceholder, territory.Profile.Type, territory.Profile.CountryCode, territory.Profile.Population,
            territory.Profile.NutsCode, territory.Profile.NutsVersion, territory.Profile.NutsNote, territory.Profile.UrbanRural, territory.Profile.Sectors,
            territory.Profile.PublishedSolution, territory.Profile.Notes,
        },
        Sources = territory.Sources.Where(s => !Guid.TryParse(s.Key, out _)).ToDictionary(s => s.Key, s => s.Value),
        territory.Participations,
        Roles = territory.Roles.Select(r => new { r.Kind, r.Organisation, r.Acronym, r.Unit, r.From, r.To, Source = territory.SourceOf(r.Id) }),
        Groups = territory.Groups.Select(g => new { g.Code, g.Name, Source = territory.SourceOf(g.MembershipId) }),
        Networks = territory.Networks.Select(n => new { n.Code, n.Name, n.Kind, n.Through, Source = territory.SourceOf(n.MembershipId) }),
        Members = territory.Members.Count == 0 ? null : territory.Members.Select(m => new { m.Name, m.CountryCode, m.From, m.To, Source = territory.SourceOf(m.Id) }),
        territory.Gaps,
    };
}
