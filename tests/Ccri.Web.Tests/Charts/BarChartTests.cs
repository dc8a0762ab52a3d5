using Ccri.Web.Charts;

namespace Ccri.Web.Tests.Charts;

public sealed class BarChartTests
{
    [Fact]
    public void The_gap_bar_is_split_in_proportion()
    {
        var drawing = new Drawing(new GapBar(Million(60), Million(30), Million(10), "EUR 20", "Gap EUR 30"), ChartLook.Page);

        var secured = drawing.Widths("main")[0];
        drawing.Widths("light")[0].ShouldBe(secured / 3, 0.1);
        drawing.Widths("gap")[0].ShouldBe(secured * 2 / 3, 0.1);
        drawing.Of("path", "hatch").ShouldNotBeEmpty();
        drawing.Texts.ShouldBe(["Gap EUR 30", "Needed EUR 60", "Secured", "EUR 30", "In talks", "EUR 10", "Still to be found", "EUR 20"]);
    }

    [Fact]
    public void More_than_needed_reaches_beyond_the_mark_and_leaves_no_gap()
    {
        var chart = new GapBar(Million(10), Million(12), Million(0), "", "EUR 2 more than needed");
        var drawing = new Drawing(chart, ChartLook.Page);

        var mark = drawing.Of("line", "line").Single();
        Drawing.Number(mark, "x1").ShouldBe(drawing.Widths("main")[0] * 10 / 12, 3);
        drawing.Widths("gap").ShouldBeEmpty();
        drawing.Texts.ShouldNotContain("Still to be found");
        chart.Numbers.Rows.Count.ShouldBe(3);
        chart.Summary.ShouldBe("Of EUR 10 needed, EUR 12 is secured and nothing is in talks: EUR 2 more than needed.");
    }

    [Fact]
    public void Labels_of_the_gap_bar_never_lie_on_each_other()
    {
        foreach (var (secured, open) in ((decimal, decimal)[])[(0.1m, 0.1m), (99.8m, 0.1m), (0, 99.9m), (50, 0.1m)])
            foreach (var look in Drawing.Looks)
            {
                var drawing = new Drawing(new GapBar(Million(100), Million(secured), Million(open), "EUR 1,234.5 million", "Gap"), look);
                var places = drawing.Of("text").Select(t => (X: Drawing.Number(t, "x"), Y: Drawing.Number(t, "y"))).ToList();
                places.Distinct().Count().ShouldBe(places.Count);
            }
    }

    [Fact]
    public void Sources_share_one_scale_and_the_longest_fills_the_room()
    {
        var drawing = new Drawing(new FundingMix([new("Grants", Million(4), Million(4)), new("Loans", Million(2), Million(0)), new("Fund", Million(0), Million(1))]), ChartLook.Phone);

        var key = drawing.Widths("main")[0];
        drawing.Widths("main").ShouldBe([key, 138, 69], 0.1);
        drawing.Widths("light").ShouldBe([key, 138, 34.5], 0.1);
        drawing.Texts.ShouldContain("EUR 4 + EUR 4");
        drawing.Texts.ShouldContain("EUR 2");
        drawing.Texts.ShouldContain("EUR 1");
    }

    [Fact]
    public void The_sentence_on_sources_names_the_largest()
    {
        new FundingMix([new("Grants", Million(4), Million(1)), new("Loans", Million(2), Million(3))]).Summary
            .ShouldBe("2 sources of money; most is secured from Grants (EUR 4), most is not yet secured from Loans (EUR 3).");
        new FundingMix([new("Grants", Million(0), Million(0))]).Summary.ShouldBe("1 source of money; nothing is secured.");
    }

    [Fact]
    public void Every_stage_has_its_row_and_a_bar_as_long_as_its_projects_are_many()
    {
        var chart = new ProjectPipeline([new("Idea", 4, "4", "EUR 3"), new("Concept", 0, "0"), new("Feasibility", 1, "1", "EUR 9")]);
        var drawing = new Drawing(chart, ChartLook.Page);

        drawing.Widths("main").Count.ShouldBe(2);
        drawing.Widths("main")[0].ShouldBe(drawing.Widths("main")[1] * 4, 0.1);
        drawing.Texts.ShouldBe(["Idea", "4  EUR 3", "Concept", "0", "Feasibility", "1  EUR 9"]);
        chart.Summary.ShouldBe("5 projects in 2 of 3 stages, most in Idea.");
        chart.Numbers.Rows[1].ShouldBe(["Concept", "0", "–"]);
    }

    [Fact]
    public void A_section_fills_as_many_steps_as_it_scores_and_a_ring_stands_where_it_was()
    {
        var chart = new SectionCoverage([new("Vision", 2, "2 of 3", 3), new("Actions", 0, "missing")], "Version 2", "Version 1");
        var drawing = new Drawing(chart, ChartLook.Page);

        drawing.Widths("main").Count.ShouldBe(1 + 2); // one in the key
        drawing.Widths("track").Count.ShouldBe(1 + 3);
        drawing.Of("circle", "hollow").Count().ShouldBe(1 + 1);
        chart.Summary.ShouldBe("2 sections: 0 covered in full, 1 not at all; 0 better and 1 worse than in Version 1.");
        new Drawing(new SectionCoverage([new("Vision", 2, "2 of 3", 3)], "Version 2"), ChartLook.Page).Of("circle").ShouldBeEmpty();
    }

    [Fact]
    public void A_bar_without_steps_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SectionCoverage([], "Now", Steps: 0));

    private static Amount Million(decimal value) => new(value, FormattableString.Invariant($"EUR {value}"));
}
