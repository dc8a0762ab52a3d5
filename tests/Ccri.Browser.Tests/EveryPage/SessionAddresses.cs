using System.Text.RegularExpressions;
using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Pages of sessions and their minutes. The page of a session is behind the form, because its address holds a number that differs on each site; each begins at an address of its own, so that no draft of one is offered to another.</summary>
internal static partial class SessionAddresses
{
    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Sessions"] = new("/working-groups/sessions"),
        ["Sessions, none found"] = new("/working-groups/sessions?q=nothing-at-all"),
        ["Sessions of a territory contact"] = new("/working-groups/sessions", Role.Territory),
        ["Sessions of a desk officer"] = new("/working-groups/sessions", Role.Desk),
        ["Session, new"] = new("/working-groups/sessions/new?group=TWG-C&try=1", First: page => page.Locator("details > summary").First.ClickAsync()),
        ["Session, new, of a lead"] = new("/working-groups/sessions/new", Role.Lead),
        ["Session, new, refused"] = new("/working-groups/sessions/new?group=TWG-RM&try=2", First: async page =>
        {
            await new FormPage(page).SaveAsync("Save session");
            await new FormPage(page).Errors.WaitForAsync();
        }),
        ["Session"] = new("/working-groups/sessions/new?group=TWG-C&try=3", First: page => LogAsync(page)),
        ["Session, edit"] = new("/working-groups/sessions/new?group=TWG-C&try=4", First: page => LogAsync(page, "Edit")),
        ["Session, circulated"] = new("/working-groups/sessions/new?group=TWG-C&try=5", First: page => CirculateAsync(page)),
        ["Session, withdraw"] = new("/working-groups/sessions/new?group=TWG-C&try=6", First: page => CirculateAsync(page, "Withdraw")),
        ["Session, objection"] = new("/working-groups/sessions/new?group=TWG-C&try=7", First: page => CirculateAsync(page, "Write down an objection")),
        ["Session, answer"] = new("/working-groups/sessions/new?group=TWG-C&try=8", First: AnswerAsync),
        ["Follow-ups"] = new("/working-groups/follow-ups"),
        ["Follow-ups, done"] = new("/working-groups/follow-ups?stand=done", Role.Lead),
        ["Follow-ups of a territory contact"] = new("/working-groups/follow-ups?who=me", Role.Territory),
        ["Overview of a lead"] = new("/", Role.Lead),
    };

    private static async Task LogAsync(IPage page, string? link = null)
    {
        await new FormPage(page).Field("What was it about?").FillAsync("Reuse of timber");
        await page.Locator("[name='Input.Items[0].Kind']").SelectOptionAsync("Barrier");
        await page.Locator("[name='Input.Items[0].Text']").FillAsync("Nobody knows what stands where.");
        await page.Locator("[name='Input.FollowUps[0].What']").FillAsync("Ask the city for its register");
        await page.Locator("[name='Input.FollowUps[0].Owner']").SelectOptionAsync(new SelectOptionValue { Label = "Uppsala" }); // not whoever logs it: ten of the own ones make the Overview heavier, and the first visit to it is weighed without them
        await new FormPage(page).SaveAsync("Save session");
        await page.WaitForURLAsync(ASession());
        if (link is not null)
            await page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
    }

    private static async Task CirculateAsync(IPage page, string? link = null)
    {
        await LogAsync(page);
        await new FormPage(page).SaveAsync("Circulate");
        await Assertions.Expect(new Shell(page).Status).ToContainTextAsync("circulated");
        if (link is not null)
            await page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
    }

    private static async Task AnswerAsync(IPage page)
    {
        await CirculateAsync(page, "Write down an objection");
        await new FormPage(page).Field("Who objects?").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await new FormPage(page).Field("What is wrong, and what would be right?").FillAsync("We did not say that.");
        await new FormPage(page).SaveAsync("Send objection");
        await page.GetByRole(AriaRole.Link, new() { Name = "Answer", Exact = false }).First.ClickAsync();
    }

    [GeneratedRegex("/working-groups/sessions/[0-9a-f-]{36}$")]
    private static partial Regex ASession();
}
