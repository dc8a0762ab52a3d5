using Ccri.Web.Charts;

namespace Ccri.Web.Tests.Charts;

/// <summary>Charts of all kinds, from nothing to much, by a seed: names as people type them, days and amounts from one end to the other.</summary>
internal sealed class Samples(int seed)
{
    private static readonly string[] Pieces =
        ["Łódź", "plan", " ", "<b>", "&amp;", "\"'", "Ω", "Ж", "e\u0301", "🎉", "\ud83c", "\u0001", "\ufffe", "\u202e", "\n", "]]>", "W", "%", "地", new string('m', 80)];

    private readonly Random random = new(seed);

    public static IEnumerable<Chart> Empty =>
    [
        new GapBar(Nothing, Nothing, Nothing, "", ""), new FundingMix([]), new ProjectPipeline([]), new SectionCoverage([], "Now"),
        new RoadmapTimeline([], Day(2026, 11, 22), "Today"), new PhaseStrip([], [], Day(2026, 11, 22), "Today"),
        new TargetLine([]), new Sparkline([]), new DumbbellRows([], "First", "Now"), new Radar([], "Now"),
    ];

    private static Amount Nothing => new(0, "EUR 0");

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);

    public static MilestoneMark Milestone(string name, DateOnly? first, DateOnly? due, MilestoneState state) => new(name, first, "first", due, "due", state, "state");

    /// <summary>One of each kind.</summary>
    public IEnumerable<Chart> All(int rows)
    {
        var today = AnyDay();
        yield return new GapBar(AnyAmount(), AnyAmount(), AnyAmount(), Words(), Words());
        yield return new FundingMix(Many(rows, () => new SourceMark(Words(), AnyAmount(), AnyAmount())));
        yield return new ProjectPipeline(Many(rows, () => new PipelineStage(Words(), random.Next(4) == 0 ? 0 : random.Next(), Words(), random.Next(2) == 0 ? null : Words())));
        yield return new SectionCoverage(Many(rows, () => new SectionMark(Words(), random.Next(-1, 5), Words(), random.Next(3) == 0 ? null : random.Next(-1, 5))), Words(), random.Next(2) == 0 ? null : Words());
        yield return new RoadmapTimeline(Many(rows, () => Milestone(Words(), Perhaps(), Perhaps(), Any<MilestoneState>())), today, Words());
        yield return new PhaseStrip(
            [.. ((string[])["Map", "Design", "Implement"]).Select(p => new PhaseLane(p, Many(random.Next(4), () => new PhaseSpan(AnyDay(), Words(), Perhaps(), Words()))))],
            Many(rows, () => new PhaseMark(AnyDay(), Words(), Any<PhaseMarkKind>(), Words())), today, Words());
        yield return new TargetLine(Many(rows, AnyValue), random.Next(3) == 0 ? null : AnyValue(), random.Next(3) == 0 ? null : AnyValue());
        yield return new Sparkline(Many(rows, AnyValue), random.Next(3) == 0 ? null : AnyValue(), random.Next(3) == 0 ? null : AnyValue());
        yield return new DumbbellRows(Many(rows, () => new DumbbellRow(Words(), AnyRating(), AnyRating(), Words(), random.Next(2) == 0 ? null : Words())), Words(), Words());
        yield return new Radar(Many(rows, () => new RadarAxis(Words(), AnyRating(), AnyRating())), Words(), random.Next(2) == 0 ? null : Words());
    }

    private int? AnyRating() => random.Next(4) == 0 ? null : random.Next(-1, 8);

    private ValueMark AnyValue() => new(AnyDay(), random.Next(8) switch { 0 => 0, 1 => decimal.MinValue, 2 => decimal.MaxValue, _ => random.Next(-50, 5000) }, Words(), Words());

    private Amount AnyAmount() => new(random.Next(6) switch
    {
        0 => 0,
        1 => -1,
        2 => decimal.MaxValue,
        3 => 0.01m,
        _ => (decimal)random.NextDouble() * 1e7m,
    }, Words());

    private DateOnly AnyDay() => random.Next(12) switch
    {
        0 => DateOnly.MinValue,
        1 => DateOnly.MaxValue,
        _ => Day(2026, 1, 1).AddDays(random.Next(900)),
    };

    private DateOnly? Perhaps() => random.Next(5) == 0 ? null : AnyDay();

    private string Words() => string.Concat(Many(random.Next(12), () => Pieces[random.Next(Pieces.Length)]));

    private T Any<T>() where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private static List<T> Many<T>(int count, Func<T> one) => [.. Enumerable.Range(0, count).Select(_ => one())];
}
