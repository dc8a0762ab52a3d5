using System.Globalization;
using System.Security;
using System.Text;

namespace Ccri.Web.Charts;

/// <summary>Shapes and words as SVG: only elements that a kept report may show, no ids (a page holds many drawings), no style.</summary>
internal sealed class Canvas(ChartLook look)
{
    private readonly StringBuilder body = new();

    public ChartLook Look => look;

    public double Width => look.Width;

    /// <summary>The height of the letters.</summary>
    public double Size => look.Size;

    public void Rect(double x, double y, double width, double height, Paint paint)
    {
        if (width > 0)
            body.Append($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" {Of(paint)}/>");
    }

    /// <summary>A bar with slanted strokes. They are drawn one by one: a pattern needs an id, and is lost when the drawing that holds it is not shown.</summary>
    public void Hatched(double x, double y, double width, double height)
    {
        if (width <= 0)
            return;
        Rect(x, y, width, height, Paint.Gap);
        var strokes = new StringBuilder();
        var step = Size * 0.45;
        for (var foot = x + step - height; foot < x + width; foot += step)
        {
            var (from, to) = (Math.Max(foot, x), Math.Min(foot + height, x + width));
            if (to > from)
                strokes.Append($"M{N(from)} {N(y + height - (from - foot))}L{N(to)} {N(y + height - (to - foot))}");
        }
        Path(strokes.ToString(), Paint.Hatch);
    }

    public void Line(double x1, double y1, double x2, double y2, Paint paint) =>
        body.Append($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" {Of(paint)}/>");

    /// <summary>Pieces of one upright line.</summary>
    public void Uprights(double x, IEnumerable<(double Top, double Bottom)> pieces, Paint paint) =>
        Path(string.Concat(pieces.Select(p => $"M{N(x)} {N(p.Top)}V{N(p.Bottom)}")), paint);

    /// <summary>A line over bars, with an edge that parts it from them.</summary>
    public void Tick(double x, double top, double bottom)
    {
        Line(x, top, x, bottom, Paint.Halo);
        Line(x, top, x, bottom, Paint.Line);
    }

    public void Circle(double x, double y, double radius, Paint paint) =>
        body.Append($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" {Of(paint)}/>");

    public void Diamond(double x, double y, double radius, Paint paint) => Path(
        $"M{N(x)} {N(y - radius)}L{N(x + radius)} {N(y)}L{N(x)} {N(y + radius)}L{N(x - radius)} {N(y)}z", paint);

    public void Path(string d, Paint paint)
    {
        if (d.Length > 0)
            body.Append($"<path d=\"{d}\" {Of(paint)}/>");
    }

    /// <summary>One line through several points.</summary>
    public void Polyline(IEnumerable<(double X, double Y)> points, Paint paint) =>
        Path(string.Concat(points.Select((p, i) => $"{(i == 0 ? "M" : "L")}{N(p.X)} {N(p.Y)}")), paint);

    /// <summary>A line in pieces, drawn one by one, as a dash array would be one more thing for app.css and for paper to agree on.</summary>
    public void Dashes(double x1, double y1, double x2, double y2, Paint paint)
    {
        var length = Math.Sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
        var (step, dashes) = (Size * 0.7, new StringBuilder());
        for (var from = 0.0; from < length; from += step)
        {
            var (a, b) = (from / length, Math.Min(from + step * 0.55, length) / length);
            dashes.Append($"M{N(x1 + (x2 - x1) * a)} {N(y1 + (y2 - y1) * a)}L{N(x1 + (x2 - x1) * b)} {N(y1 + (y2 - y1) * b)}");
        }
        Path(dashes.ToString(), paint);
    }

    public void Triangle(double x, double y, Paint paint) => Path(
        $"M{N(x)} {N(y - Size * 0.62)}L{N(x + Size * 0.66)} {N(y + Size * 0.52)}L{N(x - Size * 0.66)} {N(y + Size * 0.52)}z", paint);

    /// <summary>What is done or complete, as everywhere: a diamond with a tick.</summary>
    public void TickedDiamond(double x, double y)
    {
        Diamond(x, y, Size * 0.7, Paint.Done);
        Path($"M{N(x - Size * 0.24)} {N(y + Size * 0.02)}L{N(x - Size * 0.06)} {N(y + Size * 0.2)}L{N(x + Size * 0.26)} {N(y - Size * 0.18)}", Paint.Sign);
    }

    /// <summary>What is late or stopped, as everything off track: a square with a cross.</summary>
    public void Cross(double x, double y)
    {
        var (side, arm) = (Size * 0.54, Size * 0.24);
        Rect(x - side, y - side, side * 2, side * 2, Paint.Late);
        Path($"M{N(x - arm)} {N(y - arm)}L{N(x + arm)} {N(y + arm)}M{N(x + arm)} {N(y - arm)}L{N(x - arm)} {N(y + arm)}", Paint.Sign);
    }

    public void Text(double x, double baseline, string words, double room, Tone tone = Tone.Plain, string? anchor = null) =>
        Text(x, baseline, room, anchor, (words, tone));

    /// <summary>Words that follow each other. What is too long for the room is cut, and stands whole in the title.</summary>
    public void Text(double x, double baseline, double room, string? anchor, params ReadOnlySpan<(string Words, Tone Tone)> pieces)
    {
        var (shown, whole, left) = (new StringBuilder(), new StringBuilder(), room);
        var cut = false;
        foreach (var (words, tone) in pieces)
        {
            var clean = ChartText.Clean(words);
            whole.Append(clean);
            if (cut || clean.Length == 0)
                continue;
            var fitting = ChartText.Fit(clean, left, Size, tone);
            cut = fitting != clean;
            left -= ChartText.Width(fitting, Size, tone);
            shown.Append(pieces.Length == 1 ? Encode(fitting) : $"<tspan{ChartPalette.Attributes(tone, look)}>{Encode(fitting)}</tspan>");
        }
        if (shown.Length == 0)
            return;
        body.Append($"<text x=\"{N(x)}\" y=\"{N(baseline)}\"{(pieces.Length == 1 ? ChartPalette.Attributes(pieces[0].Tone, look) : null)}");
        body.Append(anchor is null ? ">" : $" text-anchor=\"{anchor}\">");
        body.Append(cut ? $"<title>{Encode(whole.ToString())}</title>" : null).Append(shown).Append("</text>");
    }

    /// <summary>What the shapes mean, in lines from the top; gives the height they take.</summary>
    public double Key(params IEnumerable<(string Words, Action<double, double> Sample)> items)
    {
        var (x, y) = (0.0, Size * 0.75);
        foreach (var (words, sample) in items)
        {
            var width = ChartText.Width(words, Size) + Size * 1.65;
            if (x > 0 && x + width > Width)
                (x, y) = (0, y + Size * 1.5);
            sample(x + Size * 0.72, y);
            Text(x + Size * 1.55, y + Size * 0.36, words, Width - x - Size * 1.55, Tone.Muted);
            x += width + Size * 1.2;
        }
        return x > 0 ? y + Size * 1.3 : 0;
    }

    public void Swatch(double x, double y, Paint paint)
    {
        var (left, top, side) = (x - Size * 0.42, y - Size * 0.42, Size * 0.84);
        if (paint == Paint.Hatch)
            Hatched(left, top, side, side);
        else
            Rect(left, top, side, side, paint);
    }

    public string Close(double height)
    {
        var head = look.ClassName is null
            ? $"width=\"{N(Width)}\" height=\"{N(height)}\" font-family=\"Noto Sans\" font-size=\"{N(Size)}\" fill=\"#17202c\""
            : $"class=\"{look.ClassName}\" font-size=\"{N(Size)}\" aria-hidden=\"true\" focusable=\"false\"";
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(Width)} {N(height)}\" {head}>{body}</svg>";
    }

    private string Of(Paint paint) => ChartPalette.Attributes(paint, look);

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Encode(string words) => SecurityElement.Escape(words);
}
