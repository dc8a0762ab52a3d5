using System.Globalization;
using Ccri.Web.Charts;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Shared.Blocks;

/// <summary>A chart as a block of a report: drawn for paper, with its sentence and its table; more than one block where it is longer than a page.</summary>
/// <param name="Title">Names the chart.</param>
/// <param name="Empty">Stands in place of a chart that has nothing to draw.</param>
public sealed record ChartInReport(Chart Chart, string Title, string Empty)
{
    public string? Key { get; init; }
    public string? Label { get; init; }
    public string? Subtitle { get; init; }
    public Provenance? Source { get; init; }

    public IReadOnlyList<Block> Blocks()
    {
        if (Chart.IsEmpty)
            return [new NoteBlock(Empty) { Key = Key, Title = Title }];
        var parts = Chart.ForPaper();
        return [.. parts.Select((part, i) => Block(part, i, parts.Count))];
    }

    private ChartBlock Block(Chart part, int index, int parts)
    {
        var which = string.Create(CultureInfo.InvariantCulture, $"{index + 1} of {parts}");
        return new ChartBlock(parts == 1 ? Title : $"{Title}, {which}", part.Draw(ChartLook.Print), part.Summary)
        {
            Key = index == 0 || Key is null ? Key : string.Create(CultureInfo.InvariantCulture, $"{Key}-{index + 1}"),
            Label = Label,
            Subtitle = Subtitle,
            Source = Source,
            Table = new ChartTable(
                [.. part.Numbers.Columns.Select(c => new Column(c.Name) { Kind = c.IsFigure ? ColumnKind.Number : ColumnKind.Text })],
                [.. part.Numbers.Rows.Select(r => TableRow.Of(null, [.. r.Select(words => (Cell?)words)]))]),
        };
    }
}
