using System.Globalization;
using Ccri.Domain;
using Ccri.Web.Features.Shared;

namespace Ccri.Web.Features.Ledger;

/// <summary>The columns of the ledger, as the spreadsheet has them; the page shows those that it has room for.</summary>
public static class LedgerColumns
{
    public static readonly IReadOnlyList<ListColumn<LedgerNeed>> All =
    [
        new("territory", "Territory", row => row.Territory.Name) { Order = row => Folding.ForSearch(row.Territory.Name) },
        new("tier", "Tier", row => row.Territory.TierName),
        new("number", "Number", row => Number(row.Need.Number)),
        new("need", "Need", row => row.Need.Statement) { Order = row => Folding.ForSearch(row.Need.Statement) },
        new("dimension", "Dimension", row => row.Dimension),
        new("severity", "Severity, of 5", row => Number(row.Need.Severity)),
        new("urgency", "Urgency, of 5", row => Number(row.Need.Urgency)),
        new("state", "State", row => Words.Of(row.Need.State)) { Order = row => row.Need.State },
        new("age", "Raised on", row => Day(row.Need.RaisedOn)) { Order = row => row.Need.RaisedOn },
        new("waited", "Days not served", row => row.Need.IsOpen ? Number(row.Waited) : null) { Order = row => row.Need.IsOpen ? row.Waited : null },
        new("activities", "Activities", row => Number(row.Served.Count)),
        new("days", "Expert-days", row => row.Days.ToString("0.##", CultureInfo.InvariantCulture)) { Order = row => row.Days },
        new("served", "Last served on", row => row.ServedOn is { } on ? Day(on) : null) { Order = row => row.ServedOn },
        new("by", "Served by", row => string.Join("; ", row.Served.Select(s => s.Title))),
        new("verdict", "The territory says", row => row.Verdict is { } verdict ? Words.Of(verdict.What) : null) { Order = row => row.Verdict?.What },
        new("verdict-on", "Said on", row => row.Verdict is { } verdict ? Day(verdict.On) : null),
    ];

    public static ListColumn<LedgerNeed> Of(GetLedger.SortBy sort) => All.Single(column => column.Key.Equals(sort.ToString(), StringComparison.OrdinalIgnoreCase));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
