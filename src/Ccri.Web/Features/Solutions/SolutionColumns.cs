using System.Globalization;
using Ccri.Domain;
using Ccri.Domain.Programme;
using Ccri.Web.Features.Shared;

namespace Ccri.Web.Features.Solutions;

/// <summary>The columns of the list of solutions. One more is a line here, a member of <see cref="ListSolutions.SortBy"/> of the same name, and what it shows in the row.</summary>
public static class SolutionColumns
{
    public static readonly IReadOnlyList<ListColumn<ListSolutions.Row>> All =
    [
        new("name", "Solution", row => row.Title) { IsUsual = true },
        new("territory", "Territory", row => row.Territory) { IsUsual = true, Priority = "p2", Order = row => Folding.ForSearch(row.Territory) },
        new("status", "Status", row => row.Status is { } status ? Words.Of(status) : null) { IsUsual = true, Order = row => row.Status is { } status ? -Severity.Of(status) : null },
        new("tier", "Tier", row => row.Tier) { Order = row => row.Tier },
        new("phase", "Phase", row => row.Phase is { } phase ? Words.Of(phase) : null) { IsUsual = true, Priority = "p2", Order = row => row.Phase },
        new("state", "State", row => Words.Of(row.State)) { IsUsual = true, Priority = "p2", Order = row => row.State },
        new("supported", "Supported", row => row.IsSupported ? "yes" : "no") { IsUsual = true, Priority = "p3", Order = row => !row.IsSupported },
        new("criteria", "Criteria, of 30", row => row.Criteria?.ToString(CultureInfo.InvariantCulture)) { IsUsual = true, Priority = "p3", IsNumber = true, Order = row => row.Criteria },
        new("next", "Next milestone", row => row is { Next: { } next, Due: { } due } ? string.Create(CultureInfo.InvariantCulture, $"{next}, {due:yyyy-MM-dd}") : null) { IsUsual = true, IsSmall = true },
        new("late", "Late milestones", row => row.Late.ToString(CultureInfo.InvariantCulture)) { IsNumber = true, Order = row => row.Late },
    ];

    public static ListColumn<ListSolutions.Row> Of(ListSolutions.SortBy sort) => All.Single(column => column.Key.Equals(sort.ToString(), StringComparison.OrdinalIgnoreCase));
}
