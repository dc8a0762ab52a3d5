using Ccri.Web.Charts;

namespace Ccri.Web.Tests.Charts;

public sealed class TimeChartTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Each_state_has_a_shape_of_its_own()
    {
        var drawing = Roadmap(
            Samples.Milestone("a", Today.AddDays(-90), Today.AddDays(-60), MilestoneState.Done),
            Samples.Milestone("b", Today.AddDays(-90), Today.AddDays(-12), MilestoneState.Late),
            Samples.Milestone("c", Today, Today.AddDays(40), MilestoneState.Due));

        drawing.Of("path", "done").Count().ShouldBe(2); // one in the key
        drawing.Of("rect", "late").Count().ShouldBe(2);
        drawing.Of("circle", "main").Count().ShouldBe(2);
        drawing.Of("path", "hollow").Count().ShouldBe(1 + 3);
        drawing.Of("line", "slip").Count().ShouldBe(3);
        drawing.Texts.ShouldContain("Late");
    }

    [Fact]
    public void The_slip_goes_from_the_first_day_to_the_present_one_and_days_keep_their_distances()
    {
        var drawing = Roadmap(
            Samples.Milestone("a", Today, Today.AddDays(100), MilestoneState.Due),
            Samples.Milestone("b", Today.AddDays(100), Today.AddDays(50), MilestoneState.Due));

        var slips = drawing.Of("line", "slip").Select(l => Drawing.Number(l, "x2") - Drawing.Number(l, "x1")).ToList();
        slips[0].ShouldBeGreaterThan(0);
        slips[1].ShouldBe(-slips[0] / 2, 0.1);
    }

    [Fact]
    public void A_milestone_that_did_not_move_has_no_slip_and_one_without_a_day_only_words()
    {
        var drawing = Roadmap(Samples.Milestone("same", Today, Today, MilestoneState.Due), Samples.Milestone("open", null, null, MilestoneState.Due));

        drawing.Of("line", "slip").ShouldBeEmpty();
        drawing.Of("path", "hollow").Count().ShouldBe(1 + 1);
        drawing.Of("circle", "main").Count().ShouldBe(1 + 1);
        drawing.Texts.ShouldContain("open");
    }

    [Theory]
    [InlineData(60, "Dec")]
    [InlineData(700, "Q3")]
    [InlineData(9000, "2040")]
    public void The_axis_is_as_fine_as_its_words_have_room(int days, string word) =>
        Roadmap(Samples.Milestone("a", Today, Today.AddDays(days), MilestoneState.Due)).Texts.ShouldContain(word);

    [Fact]
    public void The_height_grows_with_the_rows_and_paper_gets_pieces_on_one_scale()
    {
        MilestoneMark[] many = [.. Enumerable.Range(0, 60).Select(i => Samples.Milestone($"Milestone {i}", Today.AddDays(i * 20), Today.AddDays(i * 20 + 10), MilestoneState.Due))];
        var whole = new RoadmapTimeline(many, Today, "Today");

        var pieces = whole.ForPaper();

        new Drawing(whole, ChartLook.Page).Height.ShouldBeGreaterThan(Roadmap(many[0]).Height * 15);
        pieces.Count.ShouldBe(2);
        var slips = pieces.Prepend(whole).Select(p => new Drawing(p, ChartLook.Print).Of("line").Count()).ToList();
        slips[0].ShouldBe(slips[1] + slips[2]);
        foreach (var piece in pieces)
            new Drawing(piece, ChartLook.Print).Height.ShouldBeLessThan(600); // a page holds 700
        Years(pieces[1]).ShouldBe(Years(whole));
    }

    [Fact]
    public void The_sentence_counts_the_states() =>
        new RoadmapTimeline([Samples.Milestone("a", Today, Today.AddDays(1), MilestoneState.Late)], Today, "Today").Summary
            .ShouldBe("1 milestone: 0 done, 1 late, 0 still to come; 1 has moved to a later day than first planned.");

    [Fact]
    public void A_phase_that_is_entered_again_has_two_bars_and_one_that_goes_on_ends_today()
    {
        var strip = new PhaseStrip(
            [
                new("Map", [Span(-400, -300), Span(-200, -100)]),
                new("Design", [Span(-300, -200), Span(-100, null)]),
                new("Implement", []),
            ],
            [new(Today.AddDays(-200), "6 May 2026", PhaseMarkKind.Redesigned, "Redesigned")], Today, "Today");
        var drawing = new Drawing(strip, ChartLook.Page);

        var ends = drawing.Of("rect", "main").Select(r => Drawing.Number(r, "x") + Drawing.Number(r, "width")).ToList();
        ends.Count.ShouldBe(4);
        drawing.Widths("main").Max().ShouldBe(drawing.Widths("main").Min(), 0.1);
        ends.Max().ShouldBe(drawing.Of("path", "line").Select(p => double.Parse(((string)p.Attribute("d")!)[1..].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).Single(), 0.1);
        strip.Summary.ShouldBe("Phases so far: Map, then Design, then Map, then Design; now in Design. Redesigned 6 May 2026.");
        strip.Numbers.Rows.Select(r => r[0]).ShouldBe(["Map", "Design", "Map", "Redesigned", "Design"]);
    }

    [Fact]
    public void Each_kind_of_mark_has_a_shape_of_its_own()
    {
        var shapes = Enum.GetValues<PhaseMarkKind>().Select(kind =>
        {
            var drawing = new Drawing(new PhaseStrip([], [new(Today, "today", kind, "x")], Today, "Today"), ChartLook.Page);
            return string.Join(' ', ((string[])["circle", "rect", "path"]).Select(e => string.Join(',', drawing.Of(e).Select(s => (string?)s.Attribute("class")).Where(c => c is not ("grid" or "line" or "sign")).Distinct())))
                + drawing.Of("line", "line").Any();
        }).ToList();

        shapes.Distinct().Count().ShouldBe(shapes.Count);
    }

    private static Drawing Roadmap(params MilestoneMark[] milestones) => new(new RoadmapTimeline(milestones, Today, "Today"), ChartLook.Page);

    private static PhaseSpan Span(int from, int? to) => new(Today.AddDays(from), "from", to is null ? null : Today.AddDays(to.Value), "to");

    private static List<string> Years(Chart chart) => [.. new Drawing(chart, ChartLook.Print).Texts.Where(t => t.Length == 4 && t.StartsWith("20", StringComparison.Ordinal))];
}
