using System.Globalization;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;

namespace Ccri.Web.Features.Territories;

/// <summary>The columns of the list of territories. One more is a line here, a member of <see cref="ListTerritories.SortBy"/> of the same name, and what it shows in <see cref="ListTerritories.Row"/>.</summary>
public static class TerritoryColumns
{
    private const string LastContact = "Last contact", Status = "Status";

    public static readonly IReadOnlyList<ListColumn<ListTerritories.Row>> All =
    [
        new("name", "Territory", row => row.Name) { IsUsual = true },
        new("status", Status, row => row.Status is { } status ? Words.Of(status) : null) { IsUsual = true, Order = row => row.Status is { } status ? -Severity.Of(status) : null },
        new("tier", "Tier", row => row.Tier) { IsUsual = true, Priority = "p2" },
        new("type", "Type", row => row.Type is { } type ? Words.Of(type) : null) { Order = row => row.Type is { } type ? Words.Of(type) : null },
        new("country", "Country", row => row.CountryCode) { IsUsual = true, Priority = "p2" },
        new("nuts", "NUTS code", row => row.NutsCode) { IsCode = true, Order = row => row.NutsCode },
        new("lead", "Lead organisation", row => Joined(row.Leads)) { IsUsual = true, Priority = "p3", IsSmall = true, Order = row => Folded(row.Leads) },
        new("accompanying", "Accompanying partner", row => Joined(row.AccompanyingPartners)) { IsSmall = true, Order = row => Folded(row.AccompanyingPartners) },
        new("groups", "Working groups", row => Joined(row.Groups)) { IsUsual = true, Priority = "p3", IsSmall = true, IsCode = true, Order = row => Joined(row.Groups) },
        new("population", "Population", row => row.Population?.ToString(CultureInfo.InvariantCulture)) { IsUsual = true, Priority = "p2", IsNumber = true },
        new("participation", "Taking part", row => row.Participation is { } confidence ? Words.Of(confidence) : null) { IsSmall = true, Order = row => row.Participation },
        new("contact", LastContact, row => row.LastContact?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) { IsCode = true, Order = row => row.LastContact },
        new("attention", "What is missing", row => Joined([.. row.Gaps.Select(Words.Of)])) { IsUsual = true, IsSmall = true },
    ];

    /// <summary>When the office last spoke with a territory is its own business; how its work stands is nothing for the desk.</summary>
    public static IReadOnlyList<ListColumn<ListTerritories.Row>> For(CurrentUser user) => [.. All.Where(column => column.Heading switch
    {
        LastContact => user.IsSystem || user.Has(Role.Officer, Role.Lead, Role.Coordinator),
        Status => user.IsSystem || user.Has(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory),
        _ => true,
    })];

    public static ListColumn<ListTerritories.Row> Of(ListTerritories.SortBy sort) => All.Single(column => column.Key.Equals(sort.ToString(), StringComparison.OrdinalIgnoreCase));

    private static string? Joined(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join("; ", names);

    private static string? Folded(IReadOnlyList<string> names) => Joined(names) is { } joined ? Folding.ForSearch(joined) : null;
}
