using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>A page to check: where it is, who looks at it, and what to do there first.</summary>
public sealed record Address(string Path, string? Role = Role.Coordinator, int Status = 200, Func<IPage, Task>? First = null);

/// <summary>Every page of the site by a name for the test's output. A new page is added here and is then checked in every look.</summary>
public static class Addresses
{
    public static readonly IReadOnlyDictionary<string, Address> All =
        new[] { General, SolutionAddresses.All, PlanAddresses.All, ActionAddresses.All, InvestmentAddresses.All, OverviewAddresses.All, StatusAddresses.All, SeriesAddresses.All, FindingAddresses.All, IndicatorViewAddresses.All, ReportAddresses.All, NeedAddresses.All, SupportAddresses.All, DocumentAddresses.All, SessionAddresses.All, GroupAddresses.All, ReminderAddresses.All }.SelectMany(pages => pages).ToDictionary();

    private static Dictionary<string, Address> General => new()
    {
        ["Overview"] = new("/"),
        ["Overview of a desk officer"] = new("/", Role.Desk),
        ["Overview of a territory contact"] = new("/", Role.Territory),
        ["Territories"] = new("/territories"),
        ["Territories, none found"] = new("/territories?q=nowhere"),
        ["Territory"] = new("/territories/asker"),
        ["Territory to be named"] = new("/territories/fellow-to-be-named-1"),
        ["Territory sheet"] = new("/territories/asker/sheet"),
        ["Verify a file"] = new("/reports/verify", Role.Desk),
        ["Verify a file, none chosen"] = new("/reports/verify", First: page => new FormPage(page).SaveAsync("Verify")),
        ["Territory, edit"] = new("/territories/asker/edit"),
        ["Territory, edit, refused"] = new("/territories/capannori/edit", First: async page =>
        {
            await new FormPage(page).Field("Name").FillAsync("");
            await new FormPage(page).SaveAsync("Save territory");
        }),
        ["Territory, new"] = new("/territories/new"),
        ["Territory, tier"] = new("/territories/asker/tier"),
        ["Territory, withdraw"] = new("/territories/asker/withdraw"),
        ["Territory, name"] = new("/territories/fellow-to-be-named-1/name"),
        ["Territory, join"] = new("/territories/asker/join"),
        ["Territory, contacts"] = new("/territories/asker/log"),
        ["Territory, new member"] = new("/territories/asker/members/new"),
        ["Territory, new network"] = new("/territories/asker/networks/new"),
        ["Territory, risks"] = new("/territories/uppsala/risks"),
        ["Territory, no risks"] = new("/territories/fellow-to-be-named-2/risks", Role.Lead),
        ["Risk, new"] = new("/risks/new?territory=uppsala"),
        ["Risk, new, refused"] = new("/risks/new?territory=uppsala", First: page => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync()),
        ["Risk, edit"] = new("/territories/uppsala/risks", First: page => page.Locator("tbody a").First.ClickAsync()),
        ["Risk, close"] = new("/territories/uppsala/risks", First: async page =>
        {
            await page.Locator("tbody a").First.ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Close it" }).ClickAsync();
        }),
        ["Organisations"] = new("/organisations"),

        // Organisations and the programme. Pages below one organisation have no fixed address; their first step leads there.
        ["Add an organisation"] = new("/organisations/new"),
        ["Add an organisation, refused"] = new("/organisations/new", First: page => page.GetByRole(AriaRole.Button, new() { Name = "Save organisation" }).ClickAsync()),
        ["Organisation"] = new("/organisations?q=acr", First: page => page.GetByRole(AriaRole.Link, new() { Name = "Association of Cities" }).ClickAsync()),
        ["Organisation of a desk officer"] = new("/organisations?q=acr", Role.Desk, First: page => page.GetByRole(AriaRole.Link, new() { Name = "Association of Cities" }).ClickAsync()),
        ["Give a role"] = new("/organisations?q=acr", First: page => GoAsync(page, "Association of Cities", "Give a role")),
        ["Edit a role"] = new("/organisations?q=acr", First: page => GoAsync(page, "Association of Cities", "Edit the role: Accompanying partner of the support office, Capannori")),
        ["End a role"] = new("/organisations?q=acr", First: page => GoAsync(page, "Association of Cities", "End the role: Accompanying partner of the support office, Capannori")),
        ["Edit an organisation"] = new("/organisations?q=acr", First: page => GoAsync(page, "Association of Cities", "Edit organisation")),
        ["Add a network"] = new("/organisations?q=acr", First: page => GoAsync(page, "Association of Cities", "Add a network")),
        ["Add a contact at an organisation"] = new("/organisations?q=acr", First: page => GoAsync(page, "Association of Cities", "Add a contact")),
        ["Add a contact of a territory"] = new("/organisations/contacts/new?territory=andalusia", Role.Territory),
        ["Programme"] = new("/programme"),
        ["Tiers"] = new("/programme/tiers"),
        ["Add a tier"] = new("/programme/tiers/new"),
        ["Edit a tier"] = new("/programme/tiers", First: page => page.GetByRole(AriaRole.Link, new() { Name = "Pilot", Exact = true }).ClickAsync()),
        ["Cohorts"] = new("/programme/cohorts"),
        ["Add a cohort"] = new("/programme/cohorts/new"),
        ["Edit a cohort"] = new("/programme/cohorts", First: page => page.GetByRole(AriaRole.Link, new() { Name = "Edit First cohort" }).ClickAsync()),
        ["Eligibility"] = new("/programme/eligibility"),
        ["Eligibility, asked"] = new("/programme/eligibility?country=UK&programme=Horizon%202020&day=2022-09-15"),

        ["Working groups"] = new("/working-groups"),
        ["Territories, columns chosen"] = new("/territories?columns=name&columns=type&columns=nuts&columns=lead&columns=accompanying&columns=groups&columns=attention&sort=-lead"),
        ["Organisations, columns chosen"] = new("/organisations?columns=name&columns=acronym&columns=count&columns=territories&sort=-count"),
        ["Audit"] = new("/programme/audit"),
        ["Audit of a territory"] = new("/programme/audit?territory=capannori"),
        ["Audit, nothing found"] = new("/programme/audit?person=nobody"),
        ["Saved views"] = new("/accounts/filters"),
        ["Health"] = new("/programme/health"),
        ["Help"] = new("/help"),
        ["Accessibility"] = new("/accessibility"),
        ["Privacy"] = new("/privacy"),
        ["Sign in"] = new("/accounts/sign-in", Role: null),
        ["Sign in, refused"] = new("/accounts/sign-in", Role: null, First: page => new SignInPage(page).SignInAsync("", "")),
        ["Forgot password"] = new("/accounts/forgot-password", Role: null),
        ["Choose password"] = new("/accounts/choose-password?person=00000000-0000-0000-0000-000000000000&token=none", Role: null),
        // People and the own account
        ["People"] = new("/accounts"),
        ["People, none found"] = new("/accounts?q=nobody-at-all"),
        ["Invite a person"] = new("/accounts/invite"),
        ["Invite a person, refused"] = new("/accounts/invite", First: page => page.GetByRole(AriaRole.Button, new() { Name = "Send the invitation" }).ClickAsync()),
        ["Person"] = new("/accounts?q=demo.officer", First: page => OpenPersonAsync(page)),
        ["Person, another role"] = new("/accounts?q=demo.officer", First: page => OpenPersonAsync(page, "Give a role")),
        ["Person, days of a role"] = new("/accounts?q=demo.officer", First: page => OpenPersonAsync(page, "Change the days")),
        ["Person, hand over"] = new("/accounts?q=demo.officer", First: page => OpenPersonAsync(page, "Hand over the duties")),
        ["Person, erase"] = new("/accounts?q=demo.officer", First: page => OpenPersonAsync(page, "Erase")),
        ["My account"] = new("/accounts/me", Role.Lead),
        ["My name"] = new("/accounts/me/name", Role.Lead),
        ["My address"] = new("/accounts/me/address", Role.Lead),
        ["My second factor"] = new("/accounts/me/second-factor", Role.Lead),
        ["Second factor"] = new("/accounts/second-factor", Role: null),
        ["Confirm address"] = new("/accounts/confirm-address?person=00000000-0000-0000-0000-000000000000&address=a%40example.org&token=none", Role: null),
        ["Not allowed"] = new("/territories/capannori", Role.Territory, Status: 403),
        ["Not found"] = new("/no-such-page", Status: 404),
    };

    /// <summary>Follows links by their words, one after the other.</summary>
    internal static async Task GoAsync(IPage page, params string[] links)
    {
        foreach (var link in links)
            await page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
    }

    /// <summary>The address of a person holds a number that differs on each site; a page of theirs is behind a link on it.</summary>
    private static async Task OpenPersonAsync(IPage page, string? link = null)
    {
        await page.Locator("#rows tbody a").First.ClickAsync();
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/accounts/[0-9a-f-]{36}$"));
        if (link is null)
            return;
        await page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        await page.WaitForURLAsync(url => !System.Text.RegularExpressions.Regex.IsMatch(url, "/accounts/[0-9a-f-]{36}$"));
    }
}
