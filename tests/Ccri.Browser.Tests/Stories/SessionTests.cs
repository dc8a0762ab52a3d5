using System.Diagnostics;
using System.Text.RegularExpressions;
using Ccri.Browser.Tests.EveryPage;
using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

/// <summary>A lead with a phone, on a site of its own. Each press, tick, choice and field that is typed into counts as one interaction.</summary>
public sealed partial class SessionTests(Theatre theatre)
{
    private const string Barrier = "Nobody knows how much digestate there is.";
    private const string Lever = "A shared register of plants, as in Łódź.";
    private const string FollowUp = "Send the template of the register";

    [Fact]
    public async Task A_lead_logs_sessions_in_few_interactions_and_finds_them_wherever_they_belong()
    {
        await using var site = await PublishedSite.StartAsync(Directory.CreateTempSubdirectory("ccri-session-").FullName);
        await using var window = await theatre.OpenAsync(Look.Phone);
        await (await SignInPage.OpenAsync(window, $"{site.Address}/accounts/sign-in")).LookAroundAsync(Role.Lead);
        var page = window.Page;

        var plain = new Interactions();
        await plain.ClickAsync(page.GetByRole(AriaRole.Link, new() { Name = "Log a session" }));
        await plain.FillAsync(page.GetByLabel("What was it about?"), "Digestate as a product");
        await plain.ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Save session" }));
        await page.WaitForURLAsync(ASession());
        plain.Count.ShouldBeLessThanOrEqualTo(8);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Guimarães");

        await page.GotoAsync(site.Address);
        var full = new Interactions();
        await full.ClickAsync(page.GetByRole(AriaRole.Link, new() { Name = "Log a session" }));
        await full.FillAsync(page.GetByLabel("What was it about?"), "Nutrients from kitchens");
        var members = page.Locator("#Input_Present");
        await full.ClickAsync(members.GetByLabel("Guimarães"));
        await full.ClickAsync(members.GetByLabel("Podravje"));
        await full.ClickAsync(page.GetByText("Others: territories, organisations, guests"));
        await full.ClickAsync(page.GetByLabel("Munich", new() { Exact = true }));
        await full.ChooseAsync(page.Locator("[name='Input.Items[0].Kind']"), "Barrier");
        await full.FillAsync(page.Locator("[name='Input.Items[0].Text']"), Barrier);
        await full.ChooseAsync(page.Locator("[name='Input.Items[1].Kind']"), "Lever");
        await full.FillAsync(page.Locator("[name='Input.Items[1].Text']"), Lever);
        await full.FillAsync(page.Locator("[name='Input.FollowUps[0].What']"), FollowUp);
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await full.ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Save session" }));
        await page.WaitForURLAsync(ASession());
        full.Count.ShouldBeLessThanOrEqualTo(25);

        var session = page.Url;
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Nutrients from kitchens");
        foreach (var words in (string[])[Barrier, Lever, FollowUp, "Munich"])
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);
        await page.GotoAsync($"{session}/minutes");
        foreach (var words in (string[])["Nutrients from kitchens", Barrier, Lever, FollowUp, "Guimarães"])
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);
        var minutes = await PdfTextAsync(page, $"{session}/minutes.pdf");
        foreach (var words in (string[])["Nutrients from kitchens", "digestate", "Łódź"])
            minutes.ShouldContain(words);
        await page.GotoAsync($"{site.Address}/working-groups/TWG-B/report");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Barrier);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Lever);
        foreach (var territory in (string[])["castilla-y-leon", "munich"])
        {
            await page.GotoAsync($"{site.Address}/territories/{territory}");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Nutrients from kitchens");
        }
        await page.GotoAsync($"{site.Address}/working-groups/follow-ups");
        await Assertions.Expect(page.Locator("#rows")).ToContainTextAsync(FollowUp);

        await page.GotoAsync(site.Address);
        await page.GetByRole(AriaRole.Button, new() { Name = FollowUp }).ClickAsync();
        await Assertions.Expect(new Shell(page).Status).ToContainTextAsync($"Done: {FollowUp}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(new Shell(page).Status).ToContainTextAsync($"Open again: {FollowUp}");
    }

    [Fact]
    public async Task Without_scripts_the_group_is_changed_and_rows_are_added_and_nothing_typed_is_lost()
    {
        await using var window = await theatre.OpenAsync(Look.WithoutJavaScript, Role.Officer);
        await window.GoAsync("/working-groups/sessions/new?group=TWG-C");
        var (page, form) = (window.Page, new FormPage(window.Page));
        await form.Field("What was it about?").FillAsync("Without scripts");
        await form.Field("Working group").SelectOptionAsync("TWG-RM");
        await form.SaveAsync("Show its members");
        await Assertions.Expect(page.Locator("#Input_Present").GetByLabel("Munich")).ToBeCheckedAsync();
        await page.Locator("[name='Input.Items[2].Text']").FillAsync("The third");
        await form.SaveAsync("One more point");
        await page.Locator("[name='Input.Items[3].Kind']").SelectOptionAsync("Decision");
        await page.Locator("[name='Input.Items[3].Text']").FillAsync("The fourth");
        await page.Locator("[name='Input.Items[2].Kind']").SelectOptionAsync("Lever");
        await form.SaveAsync("One more follow-up");
        await Assertions.Expect(page.Locator("[name='Input.FollowUps[2].What']")).ToHaveCountAsync(1);
        await Assertions.Expect(form.Field("What was it about?")).ToHaveValueAsync("Without scripts");
        await form.SaveAsync("Save session");
        await page.WaitForURLAsync(ASession());
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The third");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The fourth");
    }

    private static async Task<string> PdfTextAsync(IPage page, string address)
    {
        var answer = await page.Context.APIRequest.GetAsync(address);
        answer.Status.ShouldBe(200);
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await answer.BodyAsync());
        using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true })!;
        var text = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        File.Delete(file);
        return text;
    }

    /// <summary>Does what a person does, and counts it.</summary>
    private sealed class Interactions
    {
        public int Count { get; private set; }

        public Task ClickAsync(ILocator what) => OnceAsync(() => what.ClickAsync());

        public Task FillAsync(ILocator field, string text) => OnceAsync(() => field.FillAsync(text));

        public Task ChooseAsync(ILocator list, string value) => OnceAsync(() => list.SelectOptionAsync(value));

        private async Task OnceAsync(Func<Task> interaction)
        {
            await interaction();
            Count++;
        }
    }

    [GeneratedRegex("/working-groups/sessions/[0-9a-f-]{36}$")]
    private static partial Regex ASession();
}
