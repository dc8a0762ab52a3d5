using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Pages of needs, rounds and questionnaires. What has a number is behind a link, because it differs on each site.</summary>
internal static class NeedAddresses
{
    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Needs of the cohort"] = new("/needs"),
        ["Needs of the cohort, by name and all"] = new("/needs?state=all&sort=name&tier=pilot", Role.Lead),
        ["Needs of the cohort, none found"] = new("/needs?country=XX"),
        ["Needs of a territory"] = new("/needs/asker"),
        ["Needs of a territory to be named"] = new("/needs/fellow-to-be-named-1", Role.Lead),
        ["Needs of a territory contact"] = new("/needs/andalusia", Role.Territory),
        ["Record a round"] = new("/needs/asker/record"),
        ["Record a round, refused"] = new("/needs/asker/record", First: page => new FormPage(page).SaveAsync("Save round")),
        ["Self-assessment"] = new("/needs/andalusia/self-assessment", Role.Territory),
        ["Need, new"] = new("/needs/asker/new"),
        ["Need, new, refused"] = new("/needs/asker/new", First: page => new FormPage(page).SaveAsync("Save need")),
        ["Need"] = new("/needs/asker/new", First: page => OpenAsync(page)),
        ["Need, edit"] = new("/needs/asker/new", First: page => OpenAsync(page, "Edit")),
        ["Need, verdict"] = new("/needs/asker/new", First: page => OpenAsync(page, "Is it met?")),
        ["Need, merge"] = new("/needs/asker/new", First: page => OpenAsync(page, "Merge")),
        ["Need, split"] = new("/needs/asker/new", First: page => OpenAsync(page, "Split")),
        ["Need, drop"] = new("/needs/asker/new", First: page => OpenAsync(page, "Drop")),
        ["Round"] = new("/needs/bergen/record", First: page => RecordAsync(page)),
        ["Round, put right"] = new("/needs/lucca/record", First: page => RecordAsync(page, "Put it right")),
        ["Questionnaires"] = new("/questionnaires", Role.Lead),
        ["Questionnaire"] = new("/questionnaires/oecd-scoreboard"),
    };

    private static async Task OpenAsync(IPage page, string? link = null)
    {
        var form = new FormPage(page);
        await form.Field("What is needed").FillAsync("Nobody knows which materials leave the building sites");
        await form.Field("Dimension").SelectOptionAsync("data-and-assessment");
        await page.Locator("[name='Input.Severity']").Nth(3).CheckAsync(new() { Force = true });
        await page.Locator("[name='Input.Urgency']").Nth(1).CheckAsync(new() { Force = true });
        await form.SaveAsync("Save need");
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/needs/asker/[0-9]+$"));
        await FollowAsync(page, link);
    }

    /// <summary>The newest round. It is recorded today by the first look that comes; the others are told that there is one.</summary>
    private static async Task RecordAsync(IPage page, string? link = null)
    {
        await page.Locator("[data-ratings] .segments input").Nth(3).CheckAsync(new() { Force = true });
        await new FormPage(page).SaveAsync("Save round");
        await page.GetByRole(AriaRole.Link, new() { Name = "Needs", Exact = true }).Last.ClickAsync();
        await page.Locator("#rounds-h + ul a").First.ClickAsync();
        await FollowAsync(page, link);
    }

    private static Task FollowAsync(IPage page, string? link) => link is null ? Task.CompletedTask : page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();
}
