using System.Globalization;
using Ccri.Domain;
using Ccri.Domain.Plans;
using Ccri.Web.Features.Shared;

namespace Ccri.Web.Features.Plans;

/// <summary>The columns of a spreadsheet of actions, and what the list sorts by. One more is a line here; to sort by it, a member of <see cref="ListActions.SortBy"/> of the same name.</summary>
public static class ActionColumns
{
    public static readonly IReadOnlyList<ListColumn<ActionRow>> All =
    [
        new("number", "Number", row => row.Number) { Order = row => PlanNumber.Key(row.Number) },
        new("title", "Title", row => row.Title) { Order = row => Folding.ForSearch(row.Title) },
        new("objective", "Objective", row => row.Objective) { Order = row => row.Objective is { } title ? Folding.ForSearch(title) : null },
        new("leads", "Leads", row => row.Leads.Count == 0 ? null : LeadRow.InWords(row.Leads)) { Order = row => row.Leads.Count == 0 ? null : Folding.ForSearch(row.Leads[0].Name) },
        new("sector", "Sector", row => row.Sector),
        new("strategy", "R-strategy", row => row.Strategy is { } strategy ? Words.Of(strategy) : null),
        new("start", "Start", row => Day(row.Start)) { Order = row => row.Start },
        new("end", "End", row => Day(row.End)) { Order = row => row.End },
        new("budget", "Budget", row => (row.Budget / 100m)?.ToString("0.##", CultureInfo.InvariantCulture)) { Order = row => row.Budget is { } cents ? FormattableString.Invariant($"{row.Currency}{cents:D20}") : null },
        new("currency", "Currency", row => row.Budget is null ? null : row.Currency),
        new("status", "Status", row => Words.Of(row.Status)) { Order = row => (int)row.Status * 1000 + row.Percent },
        new("standing", "Stands", row => row.Rag is { } rag ? Words.Of(rag) : null),
        new("percent", "Per cent done", row => row.Percent.ToString(CultureInfo.InvariantCulture)),
        new("done", "Done on", row => Day(row.DoneOn)),
        new("forecast", "Forecast", row => Day(row.Forecast)),
        new("late", "Days late", row => row.DaysLate.ToString(CultureInfo.InvariantCulture)),
    ];

    public static ListColumn<ActionRow> Of(ListActions.SortBy sort) => All.Single(column => column.Key.Equals(sort.ToString(), StringComparison.OrdinalIgnoreCase));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
