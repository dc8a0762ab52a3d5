using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

public sealed class RoundTests(Theatre theatre)
{
    [Fact]
    public async Task A_paper_form_is_typed_in_from_the_keyboard_alone_with_one_key_for_each_rating()
    {
        await using var window = await theatre.OpenAsync(role: Role.Officer);
        await window.GoAsync("/needs/zuid-holland/record");
        var page = window.Page;
        await page.Locator("[data-ratings] .segments input").First.FocusAsync();

        foreach (var key in (string[])["5", "4", "-", "3", "2", "1", "0", "9", "5", "4", "3", "2", "1"]) // there is no 9, so nothing happens
            await page.Keyboard.PressAsync(key);

        var chosen = await page.Locator("[data-ratings] .segments input:checked").EvaluateAllAsync<string[]>("inputs => inputs.map(input => input.value)");
        chosen.ShouldBe(["5", "4", "", "3", "2", "1", "0", "5", "4", "3", "2", "1"]);
        await Assertions.Expect(new FormPage(page).Kept).ToContainTextAsync("Draft kept");
        for (var i = 0; i < 3; i++) // the evidence of the last question, the note, the button
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(new Shell(page).Status).ToHaveTextAsync("The round is recorded.");
        await Assertions.Expect(page.Locator("tbody tr").Nth(6)).ToContainTextAsync("Appropriate scale");
        window.Complaints.ShouldBeEmpty();
    }
}
