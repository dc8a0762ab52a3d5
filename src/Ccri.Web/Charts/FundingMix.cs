namespace Ccri.Web.Charts;

/// <summary>Where money comes from: a bar for each source, what is secured and behind it what is not yet.</summary>
public sealed record FundingMix(IReadOnlyList<SourceMark> Sources) : Chart
{
    public override bool IsEmpty => Sources.Count == 0;

    public override string Summary
    {
        get
        {
            var secured = Sources.MaxBy(s => s.Secured.Length);
            var open = Sources.MaxBy(s => s.Open.Length);
            return $"{Count(Sources.Count, "source", "sources")} of money"
                + (secured is { Secured.Length: > 0 } ? $"; most is secured from {secured.Name} ({secured.Secured.Words})" : "; nothing is secured")
                + (open is { Open.Length: > 0 } ? $", most is not yet secured from {open.Name} ({open.Open.Words})." : ".");
        }
    }

    public override ChartNumbers Numbers => new(
        [new("Source"), new("Secured", IsFigure: true), new("Not yet secured", IsFigure: true)],
        [.. Sources.Select(s => (IReadOnlyList<string>)[s.Name, s.Secured.Words, s.Open.Words])]);

    public override string Draw(ChartLook look)
    {
        var canvas = new Canvas(look);
        var size = canvas.Size;
        var top = canvas.Key(
            ("Secured", (x, y) => canvas.Swatch(x, y, Paint.Main)),
            ("Not yet secured", (x, y) => canvas.Swatch(x, y, Paint.Light)));
        var rows = new RowLayout(canvas, 0, Sources.Select(s => s.Name), Sources.Select(s => LabelWidth(s, size))) { Start = top };
        var longest = Sources.Select(s => s.Secured.Length + s.Open.Length).DefaultIfEmpty().Max();
        var scale = longest > 0 ? (rows.Right - rows.Left) / longest : 0;
        for (var i = 0; i < Sources.Count; i++)
        {
            var source = Sources[i];
            var (at, y, height) = (rows.Left, rows.Middle(i) - size * 0.55, size * 1.1);
            canvas.Line(at, y - size * 0.2, at, y + height + size * 0.2, Paint.Grid);
            canvas.Rect(at, y, source.Secured.Length * scale, height, Paint.Main);
            canvas.Rect(at += source.Secured.Length * scale, y, source.Open.Length * scale, height, Paint.Light);
            rows.Words(i, source.Name, at + source.Open.Length * scale, Label(source));
        }
        return canvas.Close(rows.Top(Sources.Count));
    }

    private static (string Words, Tone Tone)[] Label(SourceMark source) => (source.Secured.Length, source.Open.Length) switch
    {
        (> 0, > 0) => [(source.Secured.Words, Tone.Strong), (" + " + source.Open.Words, Tone.Muted)],
        (_, > 0) => [(source.Open.Words, Tone.Muted)],
        _ => [(source.Secured.Words, Tone.Strong)],
    };

    private static double LabelWidth(SourceMark source, double size) => Label(source).Sum(p => ChartText.Width(p.Words, size, p.Tone));
}

/// <param name="Name">"Grants of the Union".</param>
/// <param name="Secured">Short words ("4.6") with the unit in the caption leave the bars more room.</param>
/// <param name="Open">Not yet secured: wanted, applied for, approved.</param>
public sealed record SourceMark(string Name, Amount Secured, Amount Open);
