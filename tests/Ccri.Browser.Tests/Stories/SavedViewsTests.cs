using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

public sealed class SavedViewsTests(Theatre theatre)
{
    [Theory]
    [InlineData(true, "pilot")]
    [InlineData(false, "fellow")] // another view: one that is saved already is not offered to be saved
    public async Task A_view_with_chosen_columns_is_saved_and_opened_again(bool withScripts, string tier)
    {
        var name = $"Codes {Guid.NewGuid().ToString()[..8]}";
        await using var window = await theatre.OpenAsync(withScripts ? Look.Desk : Look.WithoutJavaScript, Role.Lead);
        var (territories, views) = (await TerritoriesPage.OpenAsync(window, $"?tier={tier}&sort=-nuts"), new SavedViews(window.Page));
        await views.OpenColumnsAsync();
        await views.ChooseAsync("NUTS code");
        if (!withScripts)
            await territories.ShowAsync();
        await Assertions.Expect(views.Heads.Filter(new() { HasText = "NUTS code" })).ToHaveCountAsync(1);
        var shown = await territories.Names.AllInnerTextsAsync();
        await views.SaveAsync(name);
        await Assertions.Expect(new Shell(window.Page).Status).ToContainTextAsync(name);
        (await territories.Names.AllInnerTextsAsync()).ShouldBe(shown);

        await TerritoriesPage.OpenAsync(window);
        await views.View(name).ClickAsync();
        await Assertions.Expect(views.View(name)).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(views.Heads.Filter(new() { HasText = "NUTS code" })).ToHaveCountAsync(1);
        (await territories.Names.AllInnerTextsAsync()).ShouldBe(shown);
        window.Complaints.ShouldBeEmpty();
    }
}
