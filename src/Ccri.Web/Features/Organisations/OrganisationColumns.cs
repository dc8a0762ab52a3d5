using System.Globalization;
using Ccri.Domain;
using Ccri.Web.Features.Shared;

namespace Ccri.Web.Features.Organisations;

/// <summary>The columns of the list of organisations. One more is a line here, a member of <see cref="ListOrganisations.SortBy"/> of the same name, and what it shows in the row.</summary>
public static class OrganisationColumns
{
    public static readonly IReadOnlyList<ListColumn<ListOrganisations.Row>> All =
    [
        new("name", "Organisation", row => row.Name) { IsUsual = true },
        new("acronym", "Acronym", row => row.Acronym) { Order = row => Folded(row.Acronym) },
        new("country", "Country", row => row.CountryCode) { IsUsual = true, Priority = "p2", Order = row => row.CountryCode },
        new("roles", "Roles", row => Joined(row.Roles.Select(InWords))) { IsUsual = true, IsSmall = true, Order = row => Folded(Joined(row.Roles.OrderBy(r => r.Kind).Select(InWords))) },
        new("count", "Number of roles", row => row.Roles.Count.ToString(CultureInfo.InvariantCulture)) { IsNumber = true, Order = row => row.Roles.Count },
        new("territories", "Territories", row => Joined(Territories(row))) { IsSmall = true, Order = row => Folded(Joined(Territories(row))) },
        new("confidence", "How sure it is", row => row.Confidence is { } confidence ? Words.Of(confidence) : null) { IsSmall = true, Order = row => row.Confidence },
    ];

    public static ListColumn<ListOrganisations.Row> Of(ListOrganisations.SortBy sort) => All.Single(column => column.Key.Equals(sort.ToString(), StringComparison.OrdinalIgnoreCase));

    private static string InWords(ListOrganisations.RoleRow role) => (role.Territory ?? role.Group) is { } forWhom ? $"{Words.Of(role.Kind)}: {forWhom}" : Words.Of(role.Kind);

    private static IEnumerable<string> Territories(ListOrganisations.Row row) => row.Roles.Select(r => r.Territory).OfType<string>().Distinct();

    private static string? Joined(IEnumerable<string> words) => string.Join("; ", words) is { Length: > 0 } joined ? joined : null;

    private static string? Folded(string? words) => words is null ? null : Folding.ForSearch(words);
}
