namespace Ccri.Web.Charts;

/// <summary>The money that a plan needs as one bar: secured, in talks, still to be found. Where needed or secured is not known, there is no chart.</summary>
/// <param name="Open">Applied for or approved, not yet secured.</param>
/// <param name="RestWords">What neither is secured nor in talks: "EUR 15.0 million"; not used when there is none.</param>
/// <param name="Balance">"Gap EUR 20.0 million", or "EUR 1.2 million more than needed".</param>
public sealed record GapBar(Amount Needed, Amount Secured, Amount Open, string RestWords, string Balance) : Chart
{
    private double Rest => Math.Max(Needed.Length - Secured.Length - Open.Length, 0);

    public override bool IsEmpty => Needed.Length + Secured.Length + Open.Length <= 0;

    public override string Summary =>
        $"Of {Needed.Words} needed, {Secured.Words} is secured and {(Open.Length > 0 ? Open.Words : "nothing")} is in talks: {Balance}.";

    public override ChartNumbers Numbers => new([new("Money"), new("Amount", IsFigure: true)],
    [
        ["Needed", Needed.Words],
        ["Secured", Secured.Words],
        ["In talks: applied for or approved", Open.Words],
        .. Rest > 0 ? (IReadOnlyList<string>[])[["Still to be found", RestWords]] : [],
    ]);

    public override string Draw(ChartLook look)
    {
        var canvas = new Canvas(look);
        var size = canvas.Size;
        var edge = size * 0.2; // the mark at the very end needs its whole width
        var longest = Math.Max(Needed.Length, Secured.Length + Open.Length);
        var scale = longest > 0 ? (canvas.Width - 2 * edge) / longest : 0;
        var (top, height) = (size * 3.1, size * 1.6);

        canvas.Text(0, size, Balance, canvas.Width, Tone.Strong);
        canvas.Rect(edge, top, Secured.Length * scale, height, Paint.Main);
        canvas.Rect(edge + Secured.Length * scale, top, Open.Length * scale, height, Paint.Light);
        canvas.Hatched(edge + (Secured.Length + Open.Length) * scale, top, Rest * scale, height);

        var needed = edge + Needed.Length * scale;
        canvas.Tick(needed, top - size * 0.35, top + height + size * 0.35);
        var toTheLeft = needed > canvas.Width / 2;
        canvas.Text(toTheLeft ? needed + edge : needed - edge, top - size * 0.65, $"Needed {Needed.Words}", toTheLeft ? needed : canvas.Width - needed, Tone.Plain, toTheLeft ? "end" : null);

        return canvas.Close(Labels(canvas, edge, scale, top + height + size * 1.5));
    }

    /// <summary>Each label under the beginning of its part, pushed aside where two would touch; under each other where there is no room. Gives the height.</summary>
    private double Labels(Canvas canvas, double edge, double scale, double top)
    {
        var size = canvas.Size;
        var parts = new List<(string Name, string Words, Paint Paint, double At)>();
        if (Secured.Length > 0)
            parts.Add(("Secured", Secured.Words, Paint.Main, edge));
        if (Open.Length > 0)
            parts.Add(("In talks", Open.Words, Paint.Light, edge + Secured.Length * scale));
        if (Rest > 0)
            parts.Add(("Still to be found", RestWords, Paint.Hatch, edge + (Secured.Length + Open.Length) * scale));

        var indent = size * 1.35;
        var widths = parts.ConvertAll(p => indent + size + Math.Max(ChartText.Width(p.Name, size), ChartText.Width(p.Words, size, Tone.Strong)));
        var beside = widths.Sum() <= canvas.Width;
        for (var (i, free) = (0, 0.0); i < parts.Count; free = parts[i].At + widths[i], i++)
            parts[i] = parts[i] with { At = Math.Max(parts[i].At, free) };
        for (var (i, right) = (parts.Count - 1, canvas.Width); i >= 0; right = parts[i].At, i--)
            parts[i] = parts[i] with { At = Math.Min(parts[i].At, right - widths[i]) };
        for (var i = 0; i < parts.Count; i++)
        {
            var (name, words, paint, at) = parts[i];
            if (beside)
            {
                canvas.Swatch(at + size * 0.5, top, paint);
                canvas.Text(at + indent, top + size * 0.36, name, widths[i], Tone.Muted);
                canvas.Text(at + indent, top + size * 1.75, words, widths[i], Tone.Strong);
            }
            else
            {
                var y = top + i * size * 1.7;
                canvas.Swatch(size * 0.5, y, paint);
                canvas.Text(indent, y + size * 0.36, canvas.Width - indent, null, (name, Tone.Muted), ("  " + words, Tone.Strong));
            }
        }
        return top + (beside ? size * 2.2 : Math.Max(parts.Count, 1) * size * 1.7 - size * 0.8);
    }
}
