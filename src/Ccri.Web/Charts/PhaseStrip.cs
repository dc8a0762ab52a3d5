namespace Ccri.Web.Charts;

/// <summary>Phases over time as lanes, which may be entered again, and what else became of the work: paused, stopped, redesigned, completed.</summary>
/// <param name="Phases">In their order: Map, Design, Implement.</param>
public sealed record PhaseStrip(IReadOnlyList<PhaseLane> Phases, IReadOnlyList<PhaseMark> Marks, DateOnly Today, string TodayWords) : Chart
{
    public override bool IsEmpty => Marks.Count == 0 && Phases.All(p => p.Spans.Count == 0);

    public override string Summary
    {
        get
        {
            var past = InOrder.Select(s => s.Phase).ToList();
            var now = InOrder.Where(s => s.Span.To is null).Select(s => s.Phase).ToList();
            return (past.Count == 0 ? "No phase has begun" : $"Phases so far: {string.Join(", then ", past)}")
                + (now.Count == 0 ? "" : $"; now in {string.Join(" and ", now)}")
                + (Marks.Count == 0 ? "." : $". {string.Join("; ", Marks.OrderBy(m => m.Day).Select(m => $"{m.Words} {m.DayWords}"))}.");
        }
    }

    public override ChartNumbers Numbers => new([new("What"), new("From"), new("To")],
    [
        .. InOrder.Select(s => (s.Span.From, Row: (IReadOnlyList<string>)[s.Phase, s.Span.FromWords, s.Span.ToWords]))
            .Concat(Marks.Select(m => (From: m.Day, Row: (IReadOnlyList<string>)[m.Words, m.DayWords, ""])))
            .OrderBy(r => r.From).Select(r => r.Row),
    ]);

    private IEnumerable<(string Phase, PhaseSpan Span)> InOrder => Phases.SelectMany(p => p.Spans.Select(s => (p.Name, Span: s))).OrderBy(s => s.Span.From);

    public override string Draw(ChartLook look)
    {
        var canvas = new Canvas(look);
        var size = canvas.Size;
        var head = canvas.Key(Meanings(canvas));
        string[] names = [.. Phases.Select(p => p.Name), .. Marks.Count > 0 ? (string[])["State"] : []];
        var rows = new RowLayout(canvas, size * 0.7, names, []);
        var axis = new TimeAxis(canvas, rows.Left, rows.Right,
            [Today, .. Phases.SelectMany(p => p.Spans).SelectMany(s => new[] { s.From, End(s) }), .. Marks.Select(m => m.Day)]);
        rows.Start = head + axis.HeadHeight;
        (double, double)[] bands = [.. rows.Bands(names.Length)];
        axis.Draw(head, bands);
        for (var i = 0; i < names.Length; i++)
        {
            canvas.Line(0, rows.Top(i), canvas.Width, rows.Top(i), Paint.Grid);
            rows.Words(i, names[i], null);
        }
        for (var i = 0; i < Phases.Count; i++)
            foreach (var span in Phases[i].Spans)
                // A phase of one day is still to be seen.
                canvas.Rect(axis.X(span.From), rows.Middle(i) - size * 0.5, Math.Max(axis.X(End(span)) - axis.X(span.From), size * 0.25), size, Paint.Main);
        axis.Mark(Today, TodayWords, bands);
        DrawMarks(canvas, axis, rows.Left, rows.Middle(names.Length - 1));
        return canvas.Close(rows.Top(names.Length) + size * 1.6);
    }

    /// <summary>What has no end goes on today; an end before the beginning is the beginning.</summary>
    private DateOnly End(PhaseSpan span)
    {
        var end = span.To ?? Today;
        return end < span.From ? span.From : end;
    }

    private void DrawMarks(Canvas canvas, TimeAxis axis, double left, double y)
    {
        var marks = Marks.OrderBy(m => m.Day).ToList();
        var free = left;
        for (var i = 0; i < marks.Count; i++)
        {
            var x = axis.X(marks[i].Day);
            var (words, width) = (marks[i].Words, ChartText.Width(ChartText.Clean(marks[i].Words), canvas.Size));
            var end = i + 1 < marks.Count ? axis.X(marks[i + 1].Day) - canvas.Size : canvas.Width;
            // After the mark, or before it; words that have no room stand in the key and in the table.
            if (x + canvas.Size + width <= end)
                canvas.Text(x + canvas.Size, y + canvas.Size * 0.36, words, width);
            else if (x - canvas.Size - width >= free)
                canvas.Text(x - canvas.Size, y + canvas.Size * 0.36, words, width, Tone.Plain, "end");
            free = x + canvas.Size + (x + canvas.Size + width <= end ? width + canvas.Size : 0);
            Mark(canvas, marks[i].Kind, x, y);
        }
    }

    /// <summary>Only the shapes that occur are explained.</summary>
    private IEnumerable<(string Words, Action<double, double> Sample)> Meanings(Canvas canvas)
    {
        foreach (var kind in Enum.GetValues<PhaseMarkKind>())
            if (Marks.Any(m => m.Kind == kind))
                yield return (kind.ToString(), (x, y) => Mark(canvas, kind, x, y));
    }

    private static void Mark(Canvas canvas, PhaseMarkKind kind, double x, double y)
    {
        var size = canvas.Size;
        switch (kind)
        {
            case PhaseMarkKind.Paused:
                canvas.Circle(x, y, size * 0.6, Paint.Hollow);
                canvas.Line(x - size * 0.17, y - size * 0.27, x - size * 0.17, y + size * 0.27, Paint.Line);
                canvas.Line(x + size * 0.17, y - size * 0.27, x + size * 0.17, y + size * 0.27, Paint.Line);
                break;
            case PhaseMarkKind.Stopped:
                canvas.Cross(x, y);
                break;
            case PhaseMarkKind.Redesigned:
                canvas.Triangle(x, y, Paint.Hollow);
                break;
            default:
                canvas.TickedDiamond(x, y);
                break;
        }
    }
}

/// <param name="Spans">Each time the work was in this phase.</param>
public sealed record PhaseLane(string Name, IReadOnlyList<PhaseSpan> Spans);

/// <param name="To">Null while it goes on.</param>
/// <param name="ToWords">"30 Jun 2026", or "today".</param>
public sealed record PhaseSpan(DateOnly From, string FromWords, DateOnly? To, string ToWords);

public enum PhaseMarkKind
{
    /// <summary>A ring with two bars.</summary>
    Paused,

    /// <summary>A square with a cross.</summary>
    Stopped,

    /// <summary>A hollow triangle.</summary>
    Redesigned,

    /// <summary>A diamond with a tick.</summary>
    Completed,
}

/// <param name="Words">"Redesigned"; a longer reason belongs beside the chart.</param>
public sealed record PhaseMark(DateOnly Day, string DayWords, PhaseMarkKind Kind, string Words);
