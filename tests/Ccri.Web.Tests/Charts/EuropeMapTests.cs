using System.Text.RegularExpressions;
using Ccri.Web.Charts;
using Microsoft.AspNetCore.Html;

namespace Ccri.Web.Tests.Charts;

public sealed class EuropeMapTests
{
    [Theory] // from d3-geo 3.1.2: node build-map.mjs --print-points
    [InlineData("Brussels", 4.35, 50.85, 178.0190, 327.3308)]
    [InlineData("Nicosia", 33.36, 35.17, 519.4464, 521.9445)]
    [InlineData("Rovaniemi", 25.7, 66.5, 326.6339, 82.1256)]
    public void Points_lie_where_d3_puts_them(string place, double longitude, double latitude, double x, double y)
    {
        var point = EuropeMap.Project(longitude, latitude);

        point.X.ShouldBe(x, 0.001, place);
        point.Y.ShouldBe(y, 0.001, place);
    }

    [Fact]
    public void A_mark_that_stands_alone_keeps_its_place()
    {
        var placed = EuropeMap.Place([Mark("Brussels", 4.35, 50.85), Mark("Nicosia", 33.36, 35.17)]);

        placed.Select(p => (p.X, p.Y)).ShouldBe([(178.0, 327.3), (519.4, 521.9)]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(37)]
    [InlineData(200)]
    public void Marks_on_the_same_spot_are_moved_apart(int count) =>
        Nearest(Enumerable.Range(0, count).Select(i => Mark($"Place {i}", 10.5, 43.84))).ShouldBeGreaterThanOrEqualTo(14);

    [Fact]
    public void Crowded_marks_are_moved_apart_whatever_their_places()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            var spread = random.Next(1, 60);
            var marks = Enumerable.Range(0, 120).Select(i =>
                Mark($"Place {i}", -30 + random.NextDouble() * spread, 25 + random.NextDouble() * spread)).ToList();

            Nearest(marks).ShouldBeGreaterThanOrEqualTo(14, $"seed {seed}");
        }
    }

    [Fact]
    public void Neighbours_are_moved_only_a_little_and_in_the_same_way_in_any_order()
    {
        MapMark[] marks = [Mark("Lucca", 10.503, 43.843), Mark("Capannori", 10.574, 43.842), Mark("Asker", 10.435, 59.834)];

        var placed = EuropeMap.Place(marks);

        EuropeMap.Place(marks.Reverse()).ShouldBe(placed);
        foreach (var (mark, x, y) in placed)
        {
            var place = EuropeMap.Project(mark.Longitude, mark.Latitude);
            double.Hypot(x - place.X, y - place.Y).ShouldBeLessThan(18, mark.Name);
        }
    }

    [Fact]
    public void A_place_off_the_map_is_shown_at_its_edge()
    {
        var (_, x, y) = EuropeMap.Place([Mark("Canary Islands", -15.6, 28.1)]).Single();

        x.ShouldBeInRange(0, EuropeMap.Width);
        y.ShouldBeInRange(0, EuropeMap.Height);
    }

    [Fact]
    public void Names_words_and_addresses_are_encoded()
    {
        var mark = new MapMark("/t?a=1&b=\"2\"", "<b>Łódź & \"Co\"'s</b>", 19.46, 51.77, MarkKind.Square, "Off <i>track</i>");

        var html = Html(EuropeMap.Draw("/lib/map/europe.svg", "\"Map\" <&>", [mark], skipTo: "a\"b"));

        html.ShouldNotContain("<b>");
        html.ShouldNotContain("<i>");
        html.ShouldContain("&lt;b&gt;Łódź &amp; &quot;Co&quot;&#x27;s&lt;/b&gt;, Off &lt;i&gt;track&lt;/i&gt;\"");
        html.ShouldContain("href=\"/t?a=1&amp;b=&quot;2&quot;\"");
        html.ShouldContain("aria-label=\"&quot;Map&quot; &lt;&amp;&gt;\"");
        html.ShouldContain("href=\"#a&quot;b\"");
    }

    [Fact]
    public void Each_kind_has_a_shape_of_its_own_and_no_link_is_a_tab_stop()
    {
        var marks = Enum.GetValues<MarkKind>().Select((kind, i) => new MapMark("/x", $"{kind}", i * 5, 50, kind, "words")).ToList();

        var html = Html(EuropeMap.Draw("/lib/map/europe.svg", "Map", marks));

        Regex.Matches(html, "class=\"m (\\w+)\"").Select(m => m.Groups[1].Value).ShouldBe(["dot", "none", "complete", "ok", "risk", "off"]);
        Regex.Matches(html, "<a ").Count.ShouldBe(Regex.Matches(html, "tabindex=\"-1\"").Count);
    }

    private static MapMark Mark(string name, double longitude, double latitude) =>
        new("/territories/x", name, longitude, latitude, MarkKind.Circle, "On track");

    private static double Nearest(IEnumerable<MapMark> marks)
    {
        var placed = EuropeMap.Place(marks);
        placed.Count.ShouldBeGreaterThan(1);
        return placed.SelectMany((a, i) => placed.Skip(i + 1).Select(b => double.Hypot(a.X - b.X, a.Y - b.Y))).Min();
    }

    private static string Html(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
