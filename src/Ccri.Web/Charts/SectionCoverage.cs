using System.Globalization;

namespace Ccri.Web.Charts;

/// <summary>How well a document covers its sections: a bar of steps for each, and a ring where an earlier version stood.</summary>
/// <param name="NowName">"Version 3".</param>
/// <param name="BeforeName">"Version 1"; null when nothing is compared.</param>
/// <param name="Steps">The best score.</param>
public sealed record SectionCoverage(IReadOnlyList<SectionMark> Sections, string NowName, string? BeforeName = null, int Steps = 3) : Chart
{
    public int Steps { get; } = Steps is >= 1 and <= 10 ? Steps : throw new ArgumentOutOfRangeException(nameof(Steps), Steps, "A bar has one to ten steps.");

    public override bool IsEmpty => Sections.Count == 0;

    public override string Summary
    {
        get
        {
            var words = $"{Count(Sections.Count, "section", "sections")}: {Sections.Count(s => s.Now >= Steps)} covered in full, {Sections.Count(s => s.Now <= 0)} not at all";
            return BeforeName is null
                ? words + "."
                : $"{words}; {Sections.Count(s => s.Now > s.Before)} better and {Sections.Count(s => s.Now < s.Before)} worse than in {BeforeName}.";
        }
    }

    public override ChartNumbers Numbers => new(
        [new("Section"), .. BeforeName is null ? (ChartColumn[])[] : [new(BeforeName, IsFigure: true)], new(NowName, IsFigure: true), new("In words")],
        [.. Sections.Select(s => (IReadOnlyList<string>)[s.Name, .. BeforeName is null ? (string[])[] : [Score(s.Before)], Score(s.Now), s.Words])]);

    public override string Draw(ChartLook look)
    {
        var canvas = new Canvas(look);
        var size = canvas.Size;
        var top = BeforeName is null ? 0 : canvas.Key(
            (BeforeName, (x, y) => canvas.Circle(x, y, size * 0.4, Paint.Hollow)),
            (NowName, (x, y) => canvas.Swatch(x, y, Paint.Main)));
        var rows = new RowLayout(canvas, BeforeName is null ? 0 : size * 0.65, Sections.Select(s => s.Name), Sections.Select(s => ChartText.Width(s.Words, size, Tone.Strong))) { Start = top };
        var (step, gap) = ((rows.Right - rows.Left) / Steps, size * 0.2);
        for (var i = 0; i < Sections.Count; i++)
        {
            var section = Sections[i];
            for (var s = 0; s < Steps; s++)
                canvas.Rect(rows.Left + s * step, rows.Middle(i) - size * 0.4, step - gap, size * 0.8, s < section.Now ? Paint.Main : Paint.Track);
            if (BeforeName is not null && section.Before is { } before)
                canvas.Circle(rows.Left + Math.Clamp(before, 0, Steps) * step - gap / 2, rows.Middle(i), size * 0.5, Paint.Hollow);
            rows.Words(i, section.Name, null, (section.Words, section.Now < section.Before ? Tone.Strong : Tone.Plain));
        }
        return canvas.Close(rows.Top(Sections.Count));
    }

    private static string Score(int? score) => score?.ToString(CultureInfo.InvariantCulture) ?? "–";
}

/// <param name="Words">"2 of 3", or "2 of 3, was 1".</param>
/// <param name="Before">The score in the earlier version; null when the section was not scored there.</param>
public sealed record SectionMark(string Name, int Now, string Words, int? Before = null);
