using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

/// <summary>On a site of its own: the other tests look at the plans of the demonstration.</summary>
public sealed class PlanTests(Theatre theatre)
{
    [Fact]
    public async Task An_officer_writes_an_action_plan_does_an_action_and_sees_what_changed_since_it_was_adopted()
    {
        await using var site = await PublishedSite.StartAsync(Directory.CreateTempSubdirectory("ccri-plan-").FullName);
        await using var window = await theatre.OpenAsync();
        await (await SignInPage.OpenAsync(window, $"{site.Address}/accounts/sign-in")).LookAroundAsync(Role.Officer);
        var (page, form, shell) = (window.Page, new FormPage(window.Page), new Shell(window.Page));

        await page.GotoAsync($"{site.Address}/territories/matosinhos");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a plan" }).ClickAsync();
        await form.Field("Title").FillAsync("Matosinhos in circles");
        await form.Field("First year (optional)").FillAsync("2030");
        await form.Field("Last year (optional)").FillAsync("2026");
        await form.SaveAsync("Save plan");
        await Assertions.Expect(form.Errors).ToContainTextAsync("2026");
        await Assertions.Expect(form.Field("Title")).ToHaveValueAsync("Matosinhos in circles");
        await form.Field("Last year (optional)").FillAsync("2034");
        await form.SaveAsync("Save plan");
        await Assertions.Expect(shell.Heading).ToHaveTextAsync("Matosinhos in circles");
        var plan = page.Url;

        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the draft" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Add an action" }).ClickAsync();
        await form.Field("Number").FillAsync("1");
        await form.Field("Title").FillAsync("A house of repair");
        await form.SaveAsync("Save action");
        await page.GotoAsync(plan);
        await page.GetByRole(AriaRole.Link, new() { Name = "Record the adoption" }).ClickAsync();
        await form.SaveAsync("Save adoption");
        await Assertions.Expect(form.Errors).ToContainTextAsync("A plan needs an adoption date and the body that adopted it.");
        await form.Field("Adopted on").FillAsync("2026-11-02");
        await form.Field("By").FillAsync("Câmara Municipal");
        await form.SaveAsync("Save adoption");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2 Nov 2026, by Câmara Municipal");

        await page.GetByRole(AriaRole.Button, new() { Name = "Done today: 1 A house of repair" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "A house of repair" })).ToContainTextAsync("Done ");
        page.Url.ShouldBe(plan, "the list was not left");

        await page.GetByRole(AriaRole.Link, new() { Name = "Compare" }).ClickAsync();
        var changed = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Status" });
        await Assertions.Expect(changed).ToContainTextAsync("Not started");
        await Assertions.Expect(changed).ToContainTextAsync("Done");
    }
}
