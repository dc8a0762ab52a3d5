using Ccri.Browser.Tests.Pages;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Pages on which indicators are followed and their values entered.</summary>
internal static class SeriesAddresses
{
    private const string Grid = "/indicators/uppsala/enter";

    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Follow an indicator"] = new("/indicators/series/new?territory=uppsala"),
        ["Follow an indicator, refused"] = new("/indicators/series/new?territory=uppsala&indicator=CSS-12", First: page => new FormPage(page).SaveAsync("Follow it")),
        ["Enter values"] = new(Grid),
        ["Enter values, refused"] = new(Grid, First: page => new FormPage(page).SaveAsync("Save values")),
        ["Enter values of the programme"] = new("/indicators/enter"),
        ["Series"] = new(Grid, First: page => FirstSeriesAsync(page)),
        ["Series, edit"] = new(Grid, First: page => FirstSeriesAsync(page, "Baseline and target")),
        ["Value, correct"] = new(Grid, First: page => FirstSeriesAsync(page, "Correct the value of")),
        ["Value, withdraw"] = new(Grid, First: page => FirstSeriesAsync(page, "Correct the value of", "Withdraw the value")),
    };

    /// <summary>The address of a series holds a number that differs on each site; its page is behind a link of the grid: here the first one that has a value.</summary>
    private static async Task FirstSeriesAsync(IPage page, params string[] links)
    {
        await page.Locator("#Input_Rows tr:has(.source:has-text(\"last\")) a").First.ClickAsync();
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/indicators/series/"));
        await Addresses.GoAsync(page, links);
    }
}
