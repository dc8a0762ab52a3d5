namespace Ccri.Web.Charts;

/// <summary>Values over time in the height of a line of a table, with the baseline and the target where there are any: <c>chart.Draw(ChartLook.Cell)</c>.</summary>
public sealed record Sparkline(IReadOnlyList<ValueMark> Values, ValueMark? Baseline = null, ValueMark? Target = null) : Chart
{
    public override bool IsEmpty => Values.Count == 0;

    public override string Summary => new TargetLine(Values, Baseline, Target).Summary;

    public override ChartNumbers Numbers => new TargetLine(Values, Baseline, Target).Numbers;

    public override string Draw(ChartLook look)
    {
        var canvas = new Canvas(look);
        var (size, height) = (canvas.Size, canvas.Size * 2);
        List<ValueMark> values = [.. Values.OrderBy(v => v.Day)];
        List<ValueMark> all = [.. values, .. new[] { Baseline, Target }.OfType<ValueMark>()];
        if (all.Count == 0)
            return canvas.Close(height);
        var scale = new ValueScale(size * 0.5, height - size * 0.5, all.Select(m => m.Value));
        var (first, last) = (all.Min(m => m.Day.DayNumber), all.Max(m => m.Day.DayNumber));
        var (left, right) = (size * 0.5, canvas.Width - size * 0.5);
        double X(ValueMark mark) => last > first ? left + (double)(mark.Day.DayNumber - first) / (last - first) * (right - left) : (left + right) / 2;

        canvas.Polyline(values.Select(v => (X(v), scale.Y(v.Value))), Paint.Line);
        if (Baseline is { } baseline)
            canvas.Circle(X(baseline), scale.Y(baseline.Value), size * 0.26, Paint.Hollow);
        if (Target is { } target)
            canvas.Diamond(X(target), scale.Y(target.Value), size * 0.42, Paint.Hollow);
        if (values.Count > 0)
            canvas.Circle(X(values[^1]), scale.Y(values[^1].Value), size * 0.26, Paint.Main);
        return canvas.Close(height);
    }
}
