using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Shared.Blocks;

/// <summary>A table as HTML wants it: one body per group.</summary>
public sealed record TableRows(IReadOnlyList<Column> Columns, IReadOnlyList<TableRow> Rows, string? Label, string? Title, string? Subtitle)
{
    /// <summary>What a screen reader calls the box that scrolls; without a title its columns tell it from the next one.</summary>
    public string Name => string.Join(' ', new[] { Label, Title }.Where(w => !string.IsNullOrEmpty(w)).DefaultIfEmpty($"Table: {string.Join(", ", Columns.Select(c => c.Name))}"));

    public IEnumerable<(TableRow? Over, IReadOnlyList<TableRow> Rows)> Parts
    {
        get
        {
            TableRow? over = null;
            var rows = new List<TableRow>();
            foreach (var row in Rows)
            {
                if (row.Group is null)
                {
                    rows.Add(row);
                    continue;
                }
                if (over is not null || rows.Count > 0)
                    yield return (over, rows);
                (over, rows) = (row, []);
            }
            yield return (over, rows);
        }
    }

    public static string? Class(Column column) => column.Kind switch
    {
        ColumnKind.Number or ColumnKind.Money or ColumnKind.Decimal => "report-figure",
        ColumnKind.Date => "report-date",
        _ => null,
    };
}
