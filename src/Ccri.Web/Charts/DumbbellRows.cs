using System.Globalization;

namespace Ccri.Web.Charts;

/// <summary>Ratings in rows on one scale from nought: a ring where each stood first, a dot where it stands now, and the way between.</summary>
/// <param name="Rows">Rows of one group follow each other.</param>
/// <param name="BeforeName">"First, 3 Sep 2025".</param>
/// <param name="NowName">"Now, 22 Aug 2026".</param>
/// <param name="Steps">The best rating.</param>
public sealed record DumbbellRows(IReadOnlyList<DumbbellRow> Rows, string BeforeName, string NowName, int Steps = 5) : Chart
{
    private const int RowsOnPaper = 24;

    public int Steps { get; } = Steps is >= 1 and <= 10 ? Steps : throw new ArgumentOutOfRangeException(nameof(Steps), Steps, "A scale has one to ten steps.");

    public override bool IsEmpty => Rows.Count == 0;

    public override string Summary
    {
        get
        {
            var words = $"{Count(Rows.Count, "row", "rows")} on a scale from 0 to {Steps.ToString(CultureInfo.InvariantCulture)}";
            var both = Rows.Where(r => r.Before is not null && r.Now is not null).ToList();
            return both.Count == 0
                ? words + "; nothing is compared."
                : $"{words}: {both.Count(r => r.Now > r.Before)} higher than before, {both.Count(r => r.Now < r.Before)} lower, {both.Count(r => r.Now == r.Before)} unchanged"
                    + (both.Count == Rows.Count ? "." : $"; {Rows.Count - both.Count} not compared.");
        }
    }

    public override ChartNumbers Numbers => new(
        [new("What is rated"), .. HasGroups ? (ChartColumn[])[new("Group")] : [], .. IsCompared ? (ChartColumn[])[new(BeforeName, IsFigure: true)] : [], new(NowName, IsFigure: true), new("In words")],
        [.. Rows.Select(r => (IReadOnlyList<string>)[r.Name, .. HasGroups ? (string[])[r.Group ?? "–"] : [], .. IsCompared ? (string[])[Rating(r.Before)] : [], Rating(r.Now), r.Words])]);

    private bool HasGroups => Rows.Any(r => r.Group is not null);

    /// <summary>A column of dashes would say nothing.</summary>
    private bool IsCompared => Rows.Any(r => r.Before is not null);

    public override IReadOnlyList<Chart> ForPaper() => Rows.Count <= RowsOnPaper ? [this] : [.. Rows.Chunk(RowsOnPaper).Select(rows => this with { Rows = rows })];

    public override string Draw(ChartLook look)
    {
        var canvas = new Canvas(look);
        var size = canvas.Size;
        var lines = Lines().ToList();
        var head = canvas.Key(Meanings(canvas));
        var rows = new RowLayout(canvas, size * 0.65, Rows.Select(r => r.Name), Rows.Select(r => ChartText.Width(r.Words, size, Tone.Strong))) { Start = head + (Rows.Count > 0 ? size * 1.4 : 0) };
        double X(decimal rating) => rows.Left + (rows.Right - rows.Left) * (double)Math.Clamp(rating, 0, Steps) / Steps;
        for (var step = 0; step <= Steps && Rows.Count > 0; step++)
        {
            var words = Rating(step);
            canvas.Text(X(step) - ChartText.Width(words, size) / 2, head + size, words, size * 2, Tone.Muted);
            canvas.Uprights(X(step), lines.Index().Where(l => l.Item.Row is not null).Select(l => rows.Band(l.Index)), Paint.Grid);
        }
        foreach (var (i, (heading, row)) in lines.Index())
        {
            if (row is null)
            {
                rows.Heading(i, heading!);
                continue;
            }
            if (row is { Before: { } from, Now: { } to } && X(from) != X(to))
                canvas.Line(X(from), rows.Middle(i), X(to), rows.Middle(i), Paint.Line);
            if (row.Before is { } before)
                canvas.Circle(X(before), rows.Middle(i), size * 0.55, Paint.Hollow);
            if (row.Now is { } now)
                canvas.Circle(X(now), rows.Middle(i), size * 0.36, Paint.Main);
            rows.Words(i, row.Name, null, (row.Words, row.Now < row.Before ? Tone.Strong : Tone.Plain));
        }
        return canvas.Close(rows.Top(lines.Count));
    }

    /// <summary>The rows, and a heading where another group begins.</summary>
    private IEnumerable<(string? Heading, DumbbellRow? Row)> Lines()
    {
        string? group = null;
        foreach (var row in Rows)
        {
            if (row.Group is not null && row.Group != group)
                yield return (row.Group, null);
            group = row.Group;
            yield return (null, row);
        }
    }

    /// <summary>Only the shapes that occur are explained.</summary>
    private IEnumerable<(string Words, Action<double, double> Sample)> Meanings(Canvas canvas)
    {
        if (IsCompared)
            yield return (BeforeName, (x, y) => canvas.Circle(x, y, canvas.Size * 0.44, Paint.Hollow));
        if (Rows.Any(r => r.Now is not null))
            yield return (NowName, (x, y) => canvas.Circle(x, y, canvas.Size * 0.36, Paint.Main));
    }

    private static string Rating(decimal? rating) => rating?.ToString("0.#", CultureInfo.InvariantCulture) ?? "–";
}

/// <param name="Before">Null when it was not rated then. Ratings are whole; a median of them may be a half.</param>
/// <param name="Now">Null when it is rated no more.</param>
/// <param name="Words">"2 → 4".</param>
/// <param name="Group">The heading it stands under; null for none.</param>
public sealed record DumbbellRow(string Name, decimal? Before, decimal? Now, string Words, string? Group = null);
