using System.Globalization;
using Ccri.Web.Charts;
using Ccri.Web.Rendering;

namespace Ccri.Web.Tests.Charts;

/// <summary>What holds for every chart, whatever it is given.</summary>
public sealed class ChartTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(60)]
    public void Every_drawing_is_plain_and_nothing_in_it_leaves_its_frame(int rows)
    {
        for (var seed = 1; seed <= 25; seed++)
            foreach (var chart in new Samples(seed).All(rows))
                foreach (var look in Drawing.Looks)
                {
                    SvgMarkup.ForPage(chart.Draw(look)).ShouldNotBeNull($"{chart.GetType().Name}, seed {seed}");
                    var drawing = new Drawing(chart, look);
                    drawing.Width.ShouldBe(look.Width);
                    foreach (var (x, y) in drawing.Points())
                    {
                        x.ShouldBeInRange(-0.1, drawing.Width + 0.1, $"{chart.GetType().Name}, seed {seed}, {look}");
                        y.ShouldBeInRange(-0.1, drawing.Height + 0.1, $"{chart.GetType().Name}, seed {seed}, {look}");
                    }
                }
    }

    [Fact]
    public void A_chart_without_rows_says_that_it_is_empty_and_still_draws()
    {
        foreach (var chart in Samples.Empty)
        {
            chart.IsEmpty.ShouldBeTrue();
            chart.Summary.ShouldEndWith(".");
            foreach (var look in Drawing.Looks)
                SvgMarkup.ForPage(chart.Draw(look)).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Every_row_of_the_numbers_has_a_cell_for_each_column()
    {
        foreach (var chart in new Samples(7).All(9).Concat(Samples.Empty))
            chart.Numbers.Rows.ShouldAllBe(r => r.Count == chart.Numbers.Columns.Count);
    }

    [Fact]
    public void The_host_s_language_changes_nothing()
    {
        var charts = new Samples(11).All(5).ToList();
        var before = charts.ConvertAll(c => c.Draw(ChartLook.Page) + c.Summary);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA"); // other digits, another calendar, a decimal comma
            charts.ConvertAll(c => c.Draw(ChartLook.Page) + c.Summary).ShouldBe(before);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void The_page_gets_classes_and_paper_gets_literal_colours()
    {
        foreach (var chart in new Samples(5).All(4))
        {
            chart.Draw(ChartLook.Page).ShouldNotContain("#");
            chart.Draw(ChartLook.Page).ShouldNotContain("style");
            chart.Draw(ChartLook.Print).ShouldNotContain("class=");
            chart.Draw(ChartLook.Print).ShouldNotContain(" id=");
        }
    }

    [Fact]
    public void What_a_person_typed_is_text_and_what_is_cut_stands_whole_in_the_title()
    {
        const string Name = "<script>alert(1)</script> & \"Łódź\" 🎉 and a name that goes on for much longer than there is room on any screen at all";
        foreach (var look in Drawing.Looks)
        {
            var drawing = new Drawing(new FundingMix([new(Name, new(1, "1"), new(0, "0"))]), look);

            drawing.Titles.ShouldBe([Name]);
            drawing.Texts.ShouldContain(t => t.StartsWith("<script>alert(1)", StringComparison.Ordinal) && t.EndsWith('…'));
            drawing.Of("script").ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_name_is_never_cut_inside_a_letter()
    {
        var letters = string.Concat(Enumerable.Repeat("👩‍🚒", 40));

        var cut = ChartText.Fit(letters, 60, 12);

        cut.ShouldEndWith("👩‍🚒…");
        ChartText.Width(cut, 12).ShouldBeLessThanOrEqualTo(60);
        ChartText.Fit("short", ChartText.Width("short", 12), 12).ShouldBe("short");
    }
}
