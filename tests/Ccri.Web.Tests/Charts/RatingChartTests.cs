using Ccri.Web.Charts;

namespace Ccri.Web.Tests.Charts;

public sealed class RatingChartTests
{
    private static readonly DumbbellRow[] Rows =
    [
        new("Strategic vision", 2, 4, "2 → 4", "Governance"), new("Stakeholders", 3, 2, "3 → 2", "Governance"),
        new("Data", null, 3, "3, not asked before", "Capacity"), new("Finance", 1, null, "asked no more", "Capacity"),
    ];

    [Fact]
    public void A_ring_stands_where_it_was_a_dot_where_it_is_and_a_line_between()
    {
        var drawing = new Drawing(new DumbbellRows(Rows, "First", "Now"), ChartLook.Page);

        var (rings, dots) = (drawing.Of("circle", "hollow").Skip(1).ToList(), drawing.Of("circle", "main").Skip(1).ToList()); // one each in the key
        rings.Count.ShouldBe(3);
        dots.Count.ShouldBe(3);
        var step = (Drawing.Number(dots[0], "cx") - Drawing.Number(rings[0], "cx")) / 2;
        step.ShouldBeGreaterThan(10);
        Drawing.Number(rings[1], "cx").ShouldBe(Drawing.Number(rings[0], "cx") + step, 0.1);
        drawing.Of("line", "line").Count().ShouldBe(2);
    }

    [Fact]
    public void Each_group_has_one_heading_and_the_scale_is_named()
    {
        var texts = new Drawing(new DumbbellRows(Rows, "First", "Now"), ChartLook.Page).Texts;

        texts.Count(t => t == "Governance").ShouldBe(1);
        texts.Count(t => t == "Capacity").ShouldBe(1);
        texts.ShouldContain("0");
        texts.ShouldContain("5");
        new DumbbellRows(Rows, "First", "Now").Summary.ShouldBe("4 rows on a scale from 0 to 5: 1 higher than before, 1 lower, 0 unchanged; 2 not compared.");
        new DumbbellRows(Rows, "First", "Now").Numbers.Rows[2].ShouldBe(["Data", "Capacity", "–", "3", "3, not asked before"]);
    }

    [Fact]
    public void Without_an_earlier_round_there_are_only_dots()
    {
        var chart = new DumbbellRows([new("Data", null, 3, "3")], "First", "Now");
        var drawing = new Drawing(chart, ChartLook.Phone);

        chart.Numbers.Columns.Select(c => c.Name).ShouldBe(["What is rated", "Now", "In words"]);
        drawing.Of("circle", "hollow").ShouldBeEmpty();
        drawing.Of("circle", "main").Count().ShouldBe(2);
        drawing.Texts.ShouldNotContain("First");
    }

    [Fact]
    public void Many_rows_come_in_pieces_and_each_piece_repeats_its_heading()
    {
        var pieces = new DumbbellRows([.. Enumerable.Range(0, 50).Select(i => new DumbbellRow($"Row {i}", 1, 2, "1 → 2", "One"))], "First", "Now").ForPaper();

        pieces.Count.ShouldBe(3);
        pieces.ShouldAllBe(p => new Drawing(p, ChartLook.Print).Texts.Contains("One"));
    }

    [Fact]
    public void What_is_rated_around_the_middle_is_filled_and_what_it_was_is_broken()
    {
        RadarAxis[] axes = [new("North", 5, 2), new("East", 3, 3), new("West", 1, null)];
        var chart = new Radar(axes, "Now", "First");
        var drawing = new Drawing(chart, ChartLook.Page);

        drawing.Of("path", "light").Count().ShouldBe(1);
        drawing.Of("path", "slip").Count().ShouldBe(1); // from north to east; the west is not known
        drawing.Of("circle", "hollow").Count().ShouldBe(1 + 2);
        drawing.Texts.ShouldContain("North");
        chart.Summary.ShouldBe("3 dimensions on a scale from 0 to 5, 3 rated; 1 higher and 0 lower than in First.");
    }

    [Fact]
    public void Where_nobody_rated_the_outline_has_a_gap_and_nothing_is_filled()
    {
        var drawing = new Drawing(new Radar([new("North", 5, null), new("East", null, null), new("South", 2, null), new("West", 1, null)], "Now"), ChartLook.Page);

        drawing.Of("path", "light").ShouldBeEmpty();
        drawing.Of("line", "line").Count().ShouldBe(2);
        drawing.Of("circle", "main").Count().ShouldBe(3);
    }

    [Fact]
    public void On_a_phone_the_axes_have_numbers_and_their_names_stand_beneath()
    {
        var texts = new Drawing(new Radar([new("Regulation", 5, null), new("Innovation", 2, null), new("Δυτική Μακεδονία", 1, null)], "Now"), ChartLook.Phone).Texts;

        texts.ShouldContain("1  Regulation");
        texts.ShouldContain("3  Δυτική Μακεδονία");
        texts.ShouldNotContain("Regulation");
    }

    [Fact]
    public void A_name_is_wrapped_between_its_words()
    {
        ChartText.Wrap("Co-ordination and communication", ChartText.Width("Co-ordination and", 12), 12).ShouldBe(["Co-ordination and", "communication"]);
        ChartText.Wrap("", 10, 12).ShouldBeEmpty();
    }
}
