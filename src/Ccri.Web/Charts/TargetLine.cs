namespace Ccri.Web.Charts;

/// <summary>
/// Values over time, and the straight way from the baseline to the target in dashes:
/// <c>new ShownChart(new TargetLine(values, baseline, target), "Waste avoided")</c>. Each mark brings its words; the marks may come in any order.
/// </summary>
/// <param name="Baseline">Where it began; empty while not known.</param>
/// <param name="Target">What it is to reach and by when; empty while nothing is agreed.</param>
public sealed record TargetLine(IReadOnlyList<ValueMark> Values, ValueMark? Baseline = null, ValueMark? Target = null) : Chart
{
    public override bool IsEmpty => Values.Count == 0 && Baseline is null && Target is null;

    public override string Summary
    {
        get
        {
            string[] words =
            [
                Ordered is [] ? "No value yet"
                    : Ordered is [var only] ? $"1 value: {only.Words} on {only.DayWords}"
                    : $"{Count(Ordered.Count, "value", "values")} from {Ordered[0].Words} on {Ordered[0].DayWords} to {Ordered[^1].Words} on {Ordered[^1].DayWords}",
                .. Baseline is { } baseline ? [$"baseline {baseline.Words} on {baseline.DayWords}"] : (string[])[],
                Target is { } target ? $"target {target.Words} by {target.DayWords}" : "no target",
            ];
            return string.Join("; ", words) + ".";
        }
    }

    public override ChartNumbers Numbers => new([new("Day"), new("What"), new("Value", IsFigure: true)],
        [.. Named.OrderBy(n => n.Mark.Day).Select(n => (IReadOnlyList<string>)[n.Mark.DayWords, n.What, n.Mark.Words])]);

    private IReadOnlyList<ValueMark> Ordered => [.. Values.OrderBy(v => v.Day)];

    private IEnumerable<(string What, ValueMark Mark)> Named =>
        [.. Baseline is { } baseline ? [("Baseline", baseline)] : ((string, ValueMark)[])[], .. Values.Select(v => ("Value", v)), .. Target is { } target ? [("Target", target)] : ((string, ValueMark)[])[]];

    public override string Draw(ChartLook look)
    {
        var canvas = new Canvas(look);
        var size = canvas.Size;
        if (IsEmpty)
            return canvas.Close(size * 2);
        var top = Baseline is not null && Target is not null ? canvas.Key(("Straight way from the baseline to the target", (x, y) => canvas.Dashes(x - size * 0.6, y, x + size * 0.6, y, Paint.Slip))) : 0;
        var axis = new TimeAxis(canvas, size * 0.7, canvas.Width - size * 0.7, [.. Named.Select(n => n.Mark.Day)]);
        var (first, last) = (top + axis.HeadHeight + size * 0.3, top + axis.HeadHeight + size * 14);
        axis.Draw(top, [(first, last)]);
        canvas.Line(0, last, canvas.Width, last, Paint.Grid);
        var scale = new ValueScale(first + size * 2.4, last - size * 2.4, Named.Select(n => n.Mark.Value));
        (double X, double Y) At(ValueMark mark) => (axis.X(mark.Day), scale.Y(mark.Value));

        if (Baseline is not null && Target is not null)
            canvas.Dashes(At(Baseline).X, At(Baseline).Y, At(Target).X, At(Target).Y, Paint.Slip);
        canvas.Polyline(Ordered.Select(At), Paint.Line);
        foreach (var (x, y) in Ordered.Select(At))
            canvas.Circle(x, y, size * 0.32, Paint.Main);
        if (Baseline is not null)
            canvas.Circle(At(Baseline).X, At(Baseline).Y, size * 0.42, Paint.Hollow);
        if (Target is not null)
            canvas.Diamond(At(Target).X, At(Target).Y, size * 0.62, Paint.Hollow);
        Label(canvas, At, (first, last));
        return canvas.Close(last + size * 0.4);
    }

    /// <summary>Three points say what they are, beside themselves; where two are close, the later one's words give way.</summary>
    private void Label(Canvas canvas, Func<ValueMark, (double X, double Y)> at, (double Top, double Bottom) field)
    {
        var size = canvas.Size;
        var taken = new List<(double Left, double Right, double Baseline)>();
        foreach (var (words, mark, tone) in ((string, ValueMark?, Tone)[])[("", Ordered.LastOrDefault(), Tone.Strong), ("Target ", Target, Tone.Plain), ("Baseline ", Baseline, Tone.Muted)])
        {
            if (mark is null)
                continue;
            var (x, y) = at(mark);
            var width = Math.Min(ChartText.Width(words + mark.Words, size, tone), canvas.Width);
            var left = Math.Clamp(x - width / 2, 0, canvas.Width - width);
            var places = Enumerable.Range(0, 10).SelectMany(i => new[] { y - size * (0.9 + i * 1.25), y + size * (1.6 + i * 1.25) });
            var place = places.First(p => p - size >= field.Top && p + size * 0.3 <= field.Bottom && taken.TrueForAll(t => left > t.Right || left + width < t.Left || Math.Abs(p - t.Baseline) >= size * 1.2));
            taken.Add((left, left + width, place));
            canvas.Text(left, place, words + mark.Words, canvas.Width - left, tone);
        }
    }
}
