using System.Globalization;

namespace Ccri.Web.Charts;

/// <summary>Ratings around a middle, the best at the edge: a filled outline now, and a broken one as it was before. Where nobody rated, the outline has a gap.</summary>
/// <param name="NowName">"22 Aug 2026".</param>
/// <param name="BeforeName">"3 Sep 2025"; null when nothing is compared.</param>
/// <param name="Steps">The best rating.</param>
public sealed record Radar(IReadOnlyList<RadarAxis> Axes, string NowName, string? BeforeName = null, int Steps = 5) : Chart
{
    /// <summary>More names have no room around it.</summary>
    private const int MostNamed = 14;

    private const double LineHeight = 1.25;

    public int Steps { get; } = Steps is >= 1 and <= 10 ? Steps : throw new ArgumentOutOfRangeException(nameof(Steps), Steps, "A scale has one to ten steps.");

    public override bool IsEmpty => Axes.Count == 0;

    public override string Summary
    {
        get
        {
            var words = $"{Count(Axes.Count, "dimension", "dimensions")} on a scale from 0 to {Rating(Steps)}, {Axes.Count(a => a.Now is not null)} rated";
            return BeforeName is null
                ? words + "."
                : $"{words}; {Axes.Count(a => a.Now > a.Before)} higher and {Axes.Count(a => a.Now < a.Before)} lower than in {BeforeName}.";
        }
    }

    public override ChartNumbers Numbers => new(
        [new("Dimension"), .. BeforeName is null ? (ChartColumn[])[] : [new(BeforeName, IsFigure: true)], new(NowName, IsFigure: true)],
        [.. Axes.Select(a => (IReadOnlyList<string>)[a.Name, .. BeforeName is null ? (string[])[] : [Rating(a.Before)], Rating(a.Now)])]);

    public override string Draw(ChartLook look)
    {
        var canvas = new Canvas(look);
        var size = canvas.Size;
        var head = canvas.Key(BeforeName is null ? [] :
        [
            (BeforeName, (x, y) => canvas.Circle(x, y, size * 0.4, Paint.Hollow)),
            (NowName, (x, y) => canvas.Circle(x, y, size * 0.4, Paint.Main)),
        ]);
        if (Axes.Count == 0)
            return canvas.Close(head);
        var numbered = look.Stacked || Axes.Count > MostNamed;
        var room = size * (numbered ? 2.2 : 3.6);
        var web = new RadarWeb(canvas.Width / 2, head + room + Radius(look, room), Radius(look, room), Axes.Count, Steps);
        Fill(canvas, web);
        Grid(canvas, web);
        if (BeforeName is not null)
            Outline(canvas, web, a => a.Before, (from, to) => canvas.Dashes(from.X, from.Y, to.X, to.Y, Paint.Slip), size * 0.42, Paint.Hollow);
        Outline(canvas, web, a => a.Now, (from, to) => canvas.Line(from.X, from.Y, to.X, to.Y, Paint.Line), size * 0.3, Paint.Main);
        for (var i = 0; i < Axes.Count; i++)
            Name(canvas, web, i, numbered ? [Rating(i + 1)] : ChartText.Wrap(Axes[i].Name, size * 13, size));
        var bottom = web.MiddleY + web.Radius + room;
        if (!numbered)
            return canvas.Close(bottom);
        foreach (var (i, axis) in Axes.Index())
            canvas.Text(0, bottom + (i + 1) * size * 1.5, $"{Rating(i + 1)}  {axis.Name}", canvas.Width);
        return canvas.Close(bottom + (Axes.Count + 0.5) * size * 1.5);
    }

    private static double Radius(ChartLook look, double room) => look.Stacked ? look.Width / 2 - room : Math.Min(look.Width / 2 - room, look.Size * 12.5);

    private void Fill(Canvas canvas, RadarWeb web)
    {
        if (Axes.Count > 2 && Axes.All(a => a.Now is not null))
            canvas.Path(RadarWeb.Closed(Axes.Select((a, i) => web.At(i, a.Now!.Value))), Paint.Light);
    }

    private void Grid(Canvas canvas, RadarWeb web)
    {
        for (var step = 1; step <= Steps; step++)
            canvas.Path(RadarWeb.Closed(Enumerable.Range(0, Axes.Count).Select(i => web.At(i, step))), Paint.Grid);
        for (var i = 0; i < Axes.Count; i++)
            canvas.Line(web.MiddleX, web.MiddleY, web.At(i, Steps).X, web.At(i, Steps).Y, Paint.Grid);
        for (var step = 0; step <= Steps; step++)
            canvas.Text(web.MiddleX + canvas.Size * 0.35, web.At(0, step).Y + canvas.Size * (step == Steps ? 1 : 0.36), Rating(step), canvas.Size * 2, Tone.Muted);
    }

    private void Outline(Canvas canvas, RadarWeb web, Func<RadarAxis, int?> value, Action<(double X, double Y), (double X, double Y)> line, double radius, Paint paint)
    {
        var points = Axes.Select((a, i) => value(a) is { } rating ? web.At(i, rating) : ((double X, double Y)?)null).ToList();
        for (var i = 0; i < points.Count && points.Count > 1; i++)
            if (points[i] is { } from && points[(i + 1) % points.Count] is { } to)
                line(from, to);
        foreach (var point in points.OfType<(double X, double Y)>())
            canvas.Circle(point.X, point.Y, radius, paint);
    }

    /// <summary>Around the edge, away from the middle.</summary>
    private static void Name(Canvas canvas, RadarWeb web, int axis, IReadOnlyList<string> lines)
    {
        var size = canvas.Size;
        var (x, y) = web.Around(axis, size * 0.9);
        var side = Math.Abs(x - web.MiddleX) < size * 0.5 ? 0 : Math.Sign(x - web.MiddleX);
        var height = lines.Count * size * LineHeight;
        var top = side != 0 ? y - height / 2 : y < web.MiddleY ? y - height : y;
        foreach (var (i, words) in lines.Index())
        {
            var width = ChartText.Width(ChartText.Clean(words), size);
            var left = side > 0 ? x : side < 0 ? x - width : x - width / 2;
            canvas.Text(Math.Max(left, 0), top + (i + 0.8) * size * LineHeight, words, Math.Min(width, canvas.Width - Math.Max(left, 0)));
        }
    }

    private static string Rating(int? rating) => rating?.ToString(CultureInfo.InvariantCulture) ?? "–";
}

/// <param name="Now">Null when nobody rated it.</param>
/// <param name="Before">Null when nobody rated it then.</param>
public sealed record RadarAxis(string Name, int? Now, int? Before);

/// <summary>Places on axes that go out from a middle, the first of them upwards, the others clockwise.</summary>
internal sealed record RadarWeb(double MiddleX, double MiddleY, double Radius, int Axes, int Steps)
{
    /// <param name="rating">Beyond the scale it stands at its end.</param>
    public (double X, double Y) At(int axis, int rating) => Place(axis, Radius * Math.Clamp(rating, 0, Steps) / Steps);

    /// <summary>Beyond the edge.</summary>
    public (double X, double Y) Around(int axis, double distance) => Place(axis, Radius + distance);

    public static string Closed(IEnumerable<(double X, double Y)> points) =>
        string.Concat(points.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? "M" : "L")}{p.X:0.##} {p.Y:0.##}"))) + "z";

    private (double X, double Y) Place(int axis, double distance)
    {
        var angle = 2 * Math.PI * axis / Axes;
        return (MiddleX + Math.Sin(angle) * distance, MiddleY - Math.Cos(angle) * distance);
    }
}
