using System.Globalization;
using Ccri.Domain;
using Ccri.Web.Features.Shared;

namespace Ccri.Web.Features.Support;

/// <summary>The columns of the list of support activities. One more is a line here, and a member of <see cref="ListSupport.SortBy"/> of the same name where it can be sorted by.</summary>
public static class SupportColumns
{
    public static readonly IReadOnlyList<ListColumn<ListSupport.Row>> All =
    [
        new("title", "Activity", row => row.Title) { IsUsual = true, Order = row => Folding.ForSearch(row.Title) },
        new("on", "Day", row => Day(row.On)) { IsUsual = true, IsCode = true, Order = row => row.On },
        new("until", "Last day", row => row.Until is { } until ? Day(until) : null) { IsCode = true },
        new("type", "Kind", row => Words.Of(row.Type)) { IsUsual = true, Priority = "p2", Order = row => Words.Of(row.Type) },
        new("territories", "Territories", row => string.Join("; ", row.Territories.Select(t => t.Name))) { IsUsual = true, Order = row => row.Territories.Count == 0 ? null : Folding.ForSearch(row.Territories[0].Name) },
        new("organisation", "Given by", row => row.Organisation) { IsUsual = true, Priority = "p3", IsSmall = true, Order = row => row.Organisation is { } name ? Folding.ForSearch(name) : null },
        new("expert", "Experts", row => row.Expert) { IsSmall = true },
        new("days", "Expert-days", row => row.Days?.ToString("0.##", CultureInfo.InvariantCulture)) { IsUsual = true, Priority = "p2", IsNumber = true, Order = row => row.Days },
        new("hours", "Hours", row => row.Hours?.ToString("0.##", CultureInfo.InvariantCulture)) { IsUsual = true, Priority = "p2", IsNumber = true, Order = row => row.Hours },
        new("participants", "Took part", row => row.Participants?.ToString(CultureInfo.InvariantCulture)) { IsUsual = true, Priority = "p3", IsNumber = true, Order = row => row.Participants },
        new("needs", "Needs served", row => row.Needs.ToString(CultureInfo.InvariantCulture)) { IsUsual = true, Priority = "p3", IsNumber = true, Order = row => row.Needs },
        new("satisfaction", "Satisfaction, of 5", row => row.Satisfaction?.ToString("0.0", CultureInfo.InvariantCulture)) { IsNumber = true, Order = row => row.Satisfaction },
        new("exception", "Exception", row => row.IsException ? "yes" : "no"),
    ];

    public static ListColumn<ListSupport.Row> Of(ListSupport.SortBy sort) => All.Single(column => column.Key.Equals(sort.ToString(), StringComparison.OrdinalIgnoreCase));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
