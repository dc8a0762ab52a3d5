using System.Text;
using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

public sealed class TerritoriesTests(Theatre theatre)
{
    private const int All = 37;

    [Fact]
    public async Task Typing_filters_the_rows_and_the_address_and_Back_restores_both()
    {
        await using var window = await theatre.OpenAsync(role: Role.Officer);
        var territories = await TerritoriesPage.OpenAsync(window);
        await Assertions.Expect(territories.Rows).ToHaveCountAsync(All);

        await territories.TypeAsync("more og");
        await Assertions.Expect(territories.Rows).ToHaveCountAsync(1);
        await Assertions.Expect(territories.Names).ToHaveTextAsync("Møre og Romsdal");
        await Assertions.Expect(territories.Search).ToBeFocusedAsync();
        window.Page.Url.ShouldContain("q=more+og");

        await window.Page.GoBackAsync();
        await Assertions.Expect(territories.Rows).ToHaveCountAsync(All);
        await Assertions.Expect(territories.Search).ToHaveValueAsync("");
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_JavaScript_a_button_filters()
    {
        await using var window = await theatre.OpenAsync(Look.WithoutJavaScript, Role.Officer);
        var territories = await TerritoriesPage.OpenAsync(window);
        await territories.Search.FillAsync("more og");
        await territories.ShowAsync();

        await Assertions.Expect(territories.Names).ToHaveTextAsync("Møre og Romsdal");
        await Assertions.Expect(territories.Search).ToHaveValueAsync("more og");
    }

    [Fact]
    public async Task A_column_sorts_by_its_link_and_keeps_the_filter()
    {
        await using var window = await theatre.OpenAsync(role: Role.Officer);
        var territories = await TerritoriesPage.OpenAsync(window, "?country=IT");
        await territories.SortByAsync("Territory");
        await Assertions.Expect(territories.Column("Territory")).ToHaveAttributeAsync("aria-sort", "ascending");
        var ascending = await territories.Names.AllInnerTextsAsync();
        await territories.SortByAsync("Territory");
        await Assertions.Expect(territories.Column("Territory")).ToHaveAttributeAsync("aria-sort", "descending");

        ascending.Count.ShouldBeGreaterThan(1);
        (await territories.Names.AllInnerTextsAsync()).ShouldBe(ascending.Reverse());
        window.Page.Url.ShouldContain("country=IT");
        (await window.Page.TitleAsync()).ShouldBe("Territories – CCRI tracking");
    }

    [Fact]
    public async Task The_CSV_holds_what_is_shown_also_after_typing()
    {
        await using var window = await theatre.OpenAsync(role: Role.Officer);
        var territories = await TerritoriesPage.OpenAsync(window, "?tier=pilot");
        var before = await territories.Rows.CountAsync();
        await territories.TypeAsync("o");
        await Assertions.Expect(territories.Rows).Not.ToHaveCountAsync(before);
        var shown = await territories.Names.AllInnerTextsAsync();

        var download = await territories.DownloadAsync();
        download.Name.ShouldMatch(@"^territories-\d{4}-\d\d-\d\d\.csv$");
        download.Bytes.Take(3).ShouldBe(Encoding.UTF8.Preamble.ToArray(), "a byte-order mark, so that a spreadsheet reads the names");
        var lines = Encoding.UTF8.GetString(download.Bytes.AsSpan(3)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith("Territory,Status,Tier,Type,Country,");
        lines.Skip(1).Select(line => line.Split(',')[0].Trim('"')).ShouldBe(shown);
        lines.ShouldAllBe(line => !"=+-@".Contains(line[0])); // nothing that a spreadsheet would run
    }
}
