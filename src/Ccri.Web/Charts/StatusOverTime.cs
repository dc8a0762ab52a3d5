namespace Ccri.Web.Charts;

/// <summary>How things stood at the end of several periods: a row for each thing, a column for each period, the last one the newest. For reports.</summary>
/// <param name="Periods">"2026-Q3", the oldest first.</param>
public sealed record StatusOverTime(IReadOnlyList<StatusRow> Rows, IReadOnlyList<string> Periods) : Chart
{
    private const int RowsOnPaper = 25;

    public override bool IsEmpty => Rows.Count == 0 || Periods.Count < 2;

    public override string Summary => IsEmpty
        ? "Nothing to compare yet."
        : string.Join(" ", Rows.Select(r => $"{r.Name}: {string.Join(", ", r.Points.Select((p, i) => $"{Periods[i]} {(p?.Words ?? "not there").ToLowerInvariant()}"))}."));

    public override ChartNumbers Numbers => new([new("What"), .. Periods.Select(p => new ChartColumn(p))],
        [.. Rows.Select(r => (IReadOnlyList<string>)[r.Name, .. r.Points.Select(p => p?.Words ?? "–")])]);

    public override IReadOnlyList<Chart> ForPaper() => Rows.Count <= RowsOnPaper ? [this] : [.. Rows.Chunk(RowsOnPaper).Select(rows => this with { Rows = rows })];

    public override string Draw(ChartLook look)
    {
        var canvas = new Canvas(look);
        var (size, left) = (canvas.Size, canvas.Width * 0.4);
        var (column, pitch, top) = ((canvas.Width - left) / Math.Max(Periods.Count, 1), size * 2.5, size * 2.2);
        canvas.Rect(canvas.Width - column, 0, column, top + Rows.Count * pitch, Paint.Track);
        for (var i = 0; i < Periods.Count; i++)
            canvas.Text(left + (i + 0.5) * column, size * 1.35, Periods[i], column, i == Periods.Count - 1 ? Tone.Strong : Tone.Muted, "middle");
        for (var (j, y) = (0, top); j < Rows.Count; j++, y += pitch)
        {
            canvas.Line(0, y, canvas.Width, y, Paint.Grid);
            canvas.Text(0, y + size * 1.6, Rows[j].Name, left - size, j == 0 ? Tone.Strong : Tone.Plain);
            for (var i = 0; i < Periods.Count; i++)
                if (Rows[j].Points[i] is { } point)
                    Mark(canvas, point.Shape, left + (i + 0.5) * column, y + pitch / 2);
        }
        return canvas.Close(top + Rows.Count * pitch + size * 0.3);
    }

    private static void Mark(Canvas canvas, MarkKind shape, double x, double y)
    {
        var size = canvas.Size;
        switch (shape)
        {
            case MarkKind.Circle:
                canvas.Circle(x, y, size * 0.62, Paint.Fine);
                canvas.Path(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"M{x - size * 0.3:0.##} {y + size * 0.02:0.##}l{size * 0.2:0.##} {size * 0.2:0.##} {size * 0.4:0.##} {-size * 0.42:0.##}"), Paint.Sign);
                break;
            case MarkKind.Triangle:
                canvas.Triangle(x, y, Paint.Alarm);
                canvas.Path(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"M{x:0.##} {y - size * 0.24:0.##}v{size * 0.36:0.##}M{x:0.##} {y + size * 0.32:0.##}v{size * 0.02:0.##}"), Paint.Sign);
                break;
            case MarkKind.Square:
                canvas.Cross(x, y);
                break;
            case MarkKind.Diamond:
                canvas.TickedDiamond(x, y);
                break;
            default:
                canvas.Circle(x, y, size * 0.55, Paint.Unknown);
                break;
        }
    }
}

/// <param name="Points">One for each period; null where there was no such thing.</param>
public sealed record StatusRow(string Name, IReadOnlyList<StatusPoint?> Points);

/// <param name="Words">"At risk".</param>
public sealed record StatusPoint(MarkKind Shape, string Words);
