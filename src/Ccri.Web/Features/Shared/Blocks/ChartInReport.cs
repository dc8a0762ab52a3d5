using Ccri.Web.Charts;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Shared.Blocks;

/// <summary>A chart as a block of a report: drawn for paper, with its sentence and its table.</summary>
public static class ChartInReport
{
    public static Block Of(Chart chart, string title, string empty, string? key = null, string? label = null, string? subtitle = null, Provenance? source = null) =>
        chart.IsEmpty
            ? new NoteBlock(empty) { Key = key, Title = title }
            : new ChartBlock(title, chart.Draw(ChartLook.Print), chart.Summary)
            {
                Key = key,
                Label = label,
                Subtitle = subtitle,
                Source = source,
                Table = new ChartTable(
                    [.. chart.Numbers.Columns.Select(c => new Column(c.Name) { Kind = c.IsFigure ? ColumnKind.Number : ColumnKind.Text })],
                    [.. chart.Numbers.Rows.Select(r => TableRow.Of(null, [.. r.Select(words => (Cell?)words)]))]),
            };
}
