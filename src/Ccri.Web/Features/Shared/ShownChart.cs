using Ccri.Web.Charts;

namespace Ccri.Web.Features.Shared;

/// <summary>What _Chart.cshtml shows: <c>&lt;partial name="_Chart" model='new ShownChart(chart, "Money") { Empty = "No source yet." }' /&gt;</c>.</summary>
/// <param name="Caption">Names the chart; a table in the page with the same numbers is told apart by it.</param>
public sealed record ShownChart(Chart Chart, string Caption)
{
    /// <summary>Units, prices, day: small beneath the caption.</summary>
    public string? Note { get; init; }

    /// <summary>Stands in place of a chart that has nothing to draw.</summary>
    public string Empty { get; init; } = "Nothing is recorded.";

    /// <summary>The table behind "The numbers"; off where the page shows the same table anyway.</summary>
    public bool WithNumbers { get; init; } = true;
}
