using System.Globalization;
using System.Xml.Linq;
using Ccri.Web.Charts;

namespace Ccri.Web.Tests.Charts;

public sealed class ValueChartTests
{
    private static readonly DateOnly Begin = new(2025, 1, 31);

    [Fact]
    public void The_way_goes_in_dashes_from_the_baseline_to_the_target_and_the_values_are_one_line()
    {
        var drawing = new Drawing(new TargetLine([Value(100, 20), Value(200, 30)], Value(0, 10), Value(400, 50)), ChartLook.Page);

        var (way, line) = (Ends(drawing.Of("path", "slip").Last()), Ends(drawing.Of("path", "line").Single()));
        var day = (way.Last.X - way.First.X) / 400;
        day.ShouldBeGreaterThan(0);
        line.First.X.ShouldBe(way.First.X + 100 * day, 1);
        line.Last.X.ShouldBe(way.First.X + 200 * day, 1);
        var unit = (way.Last.Y - way.First.Y) / 40;
        unit.ShouldBeLessThan(0); // more is higher
        line.Last.Y.ShouldBe(way.First.Y + 20 * unit, 1);
        drawing.Of("circle", "main").Count().ShouldBe(2);
        drawing.Texts.ShouldContain("Baseline 10 t");
        drawing.Texts.ShouldContain("Target 50 t");
        drawing.Texts.ShouldContain("30 t");
    }

    [Fact]
    public void The_marks_may_come_in_any_order() =>
        new TargetLine([Value(200, 30), Value(100, 20)], Value(0, 10)).Draw(ChartLook.Page).ShouldBe(new TargetLine([Value(100, 20), Value(200, 30)], Value(0, 10)).Draw(ChartLook.Page));

    [Fact]
    public void Labels_of_points_at_one_place_stand_above_each_other()
    {
        var drawing = new Drawing(new TargetLine([Value(0, 10)], Value(0, 10), Value(0, 10)), ChartLook.Phone);

        var feet = drawing.Of("text").Where(t => t.Value.EndsWith("10 t", StringComparison.Ordinal)).Select(t => Drawing.Number(t, "y")).Order().ToList();
        feet.Count.ShouldBe(3);
        feet.Zip(feet.Skip(1)).ShouldAllBe(pair => pair.Second - pair.First > 12);
    }

    [Fact]
    public void Without_a_baseline_or_a_target_there_is_no_way()
    {
        new Drawing(new TargetLine([Value(0, 1)], null, Value(9, 5)), ChartLook.Page).Of("path", "slip").ShouldBeEmpty();
        new Drawing(new TargetLine([Value(0, 1)], Value(-9, 5)), ChartLook.Page).Of("path", "slip").ShouldBeEmpty();
    }

    [Fact]
    public void The_sentence_says_from_where_to_where()
    {
        new TargetLine([]).Summary.ShouldBe("No value yet; no target.");
        new TargetLine([Value(1, 7)], null, Value(9, 9)).Summary.ShouldBe("1 value: 7 t on day 1; target 9 t by day 9.");
        new TargetLine([Value(5, 8), Value(1, 7)], Value(0, 5)).Summary.ShouldBe("2 values from 7 t on day 1 to 8 t on day 5; baseline 5 t on day 0; no target.");
    }

    [Fact]
    public void The_numbers_name_each_mark_by_day() =>
        new TargetLine([Value(5, 8), Value(1, 7)], Value(0, 5), Value(9, 9)).Numbers.Rows.Select(r => string.Join(' ', r))
            .ShouldBe(["day 0 Baseline 5 t", "day 1 Value 7 t", "day 5 Value 8 t", "day 9 Target 9 t"]);

    [Fact]
    public void A_sparkline_fits_a_cell_and_ends_at_the_newest_value()
    {
        var drawing = new Drawing(new Sparkline([Value(90, 30), Value(0, 10)], Value(-90, 5), Value(400, 90)), ChartLook.Cell);

        (drawing.Width, drawing.Height).ShouldBe((96, 24));
        var dot = drawing.Of("circle", "main").Single();
        Ends(drawing.Of("path", "line").Single()).Last.ShouldBe((Drawing.Number(dot, "cx"), Drawing.Number(dot, "cy")));
        drawing.Texts.ShouldBeEmpty();
    }

    private static ValueMark Value(int day, decimal value) => new(Begin.AddDays(day), value, $"{value} t", $"day {day}");

    private static ((double X, double Y) First, (double X, double Y) Last) Ends(XElement path)
    {
        double[] numbers = [.. ((string)path.Attribute("d")!).Split(['M', 'L', ' '], StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
        return ((numbers[0], numbers[1]), (numbers[^2], numbers[^1]));
    }
}
