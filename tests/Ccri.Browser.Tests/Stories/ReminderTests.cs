using System.Text.RegularExpressions;
using Ccri.Browser.Tests.EveryPage;
using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

public sealed partial class ReminderTests(Theatre theatre)
{
    private const string Rule = "By hand, by mail";

    [Fact]
    public async Task A_rule_is_switched_on_after_its_preview_mails_once_tells_why_and_is_ended_by_the_link_in_the_mail()
    {
        // A site of its own: the story reads the one mail that goes out.
        await using var site = await PublishedSite.StartAsync(Directory.CreateTempSubdirectory("ccri-reminders-").FullName);
        await using var window = await theatre.OpenAsync();
        await (await SignInPage.OpenAsync(window, $"{site.Address}/accounts/sign-in")).LookAroundAsync(Role.Coordinator);
        await Assertions.Expect(new Shell(window.Page).Person).ToContainTextAsync(Role.Coordinator);
        await AnyHourAsync(window, site);
        await RemindAsync(window, site, "Ring the mayor");
        await RemindAsync(window, site, "Send the invoice");

        var (page, form) = (window.Page, new FormPage(window.Page));

        // What is done is not mailed.
        await page.GotoAsync($"{site.Address}/reminders");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the invoice" }).ClickAsync();
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("Done: Send the invoice");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#list")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#list")).Not.ToContainTextAsync("Send the invoice");

        // Seen before it is switched on.
        await page.GotoAsync($"{site.Address}/reminders/rules/new");
        await page.GetByLabel("What it reminds of").SelectOptionAsync("OwnReminder");
        await form.Field("Name").FillAsync(Rule);
        await form.Field("Days").FillAsync("−3, 0");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Mail", Exact = true }).CheckAsync();
        await form.SaveAsync("Save and preview");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Ring the mayor");
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch on" }).ClickAsync();
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync($"“{Rule}” is on");

        // The list says why.
        await page.GotoAsync($"{site.Address}/reminders");
        await page.Locator("summary", new() { HasText = "Why: Ring the mayor" }).ClickAsync();
        await Assertions.Expect(page.Locator("#list")).ToContainTextAsync($"The rule “{Rule}” reminds 3 days before, on the day.");

        await RunNowAsync(window, site, "reminders");
        await RunNowAsync(window, site, "outbox");
        await Until.TrueAsync(() => Letters(site).Count == 1, "the one mail is in the pickup folder");
        await page.GotoAsync($"{site.Address}/reminders/log");
        await Assertions.Expect(page.Locator("#rows")).ToContainTextAsync("Sent");
        await Assertions.Expect(page.Locator("#rows tr", new() { HasText = "Send the invoice" }).Filter(new() { HasText = Rule })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "The mail of Ring the mayor" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("WHY AM I GETTING THIS?");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"The rule “{Rule}”.");

        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();

        // One click, without signing in.
        await using (var stranger = await theatre.OpenAsync())
        {
            await stranger.Page.GotoAsync(UnsubscribeLine().Match(Letters(site).Single()).Groups[1].Value);
            (await Axe.ViolationsAsync(stranger.Page)).ShouldBeEmpty();
            await stranger.Page.GetByRole(AriaRole.Button, new() { Name = "No more of" }).First.ClickAsync();
            await Assertions.Expect(stranger.Page.Locator("main")).ToContainTextAsync("You get no more of these mails");
        }
        await RemindAsync(window, site, "Ask for the figures");
        await RunNowAsync(window, site, "reminders");
        await page.GotoAsync($"{site.Address}/reminders/log");
        await Assertions.Expect(page.Locator("#rows tr", new() { HasText = "Ask for the figures" }).Filter(new() { HasText = Rule })).ToContainTextAsync("the person wants no mails of this rule");
        await page.GotoAsync($"{site.Address}/reminders/habits");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"mails of {Rule}" })).ToBeVisibleAsync();
        Letters(site).Count.ShouldBe(1);
        window.Complaints.ShouldBeEmpty();
    }

    /// <summary>So that the mail goes out at whatever hour the test runs.</summary>
    private static async Task AnyHourAsync(Window window, PublishedSite site)
    {
        await window.Page.GotoAsync($"{site.Address}/reminders/habits");
        await window.Page.GetByLabel("Saturday").CheckAsync();
        await window.Page.GetByLabel("Sunday").CheckAsync();
        foreach (var field in (string[])["Not before", "Quiet from", "Quiet until"])
            await window.Page.GetByLabel(field, new() { Exact = true }).SelectOptionAsync("0");
        await new FormPage(window.Page).SaveAsync("Save");
        await Assertions.Expect(window.Page.Locator("#status")).ToContainTextAsync("Saved");
    }

    private static async Task RemindAsync(Window window, PublishedSite site, string what)
    {
        await window.Page.GotoAsync($"{site.Address}/reminders/new");
        var form = new FormPage(window.Page);
        await form.Field("What to remind of").FillAsync(what);
        await form.Field("Day").FillAsync($"{PublishedSite.Today:yyyy-MM-dd}");
        await form.SaveAsync("Save reminder");
        await Assertions.Expect(window.Page.Locator("#list")).ToContainTextAsync(what);
    }

    private static async Task RunNowAsync(Window window, PublishedSite site, string job)
    {
        await window.Page.GotoAsync($"{site.Address}/programme/health");
        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^Run now ?: {job}$") }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("#status")).ToContainTextAsync($"{job} ran");
    }

    /// <summary>The mails that can be ended, their long lines joined.</summary>
    private static List<string> Letters(PublishedSite site) => Directory.Exists(site.MailFolder)
        ? [.. Directory.EnumerateFiles(site.MailFolder, "*.eml").Select(file => Fold().Replace(File.ReadAllText(file), " ")).Where(text => UnsubscribeLine().IsMatch(text))] : [];

    [GeneratedRegex(@"\r?\n[ \t]+")]
    private static partial Regex Fold();

    [GeneratedRegex(@"^List-Unsubscribe: *<([^>]+)>", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex UnsubscribeLine();
}
