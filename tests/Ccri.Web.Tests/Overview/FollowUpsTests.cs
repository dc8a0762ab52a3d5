using System.Net;
using System.Text.RegularExpressions;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Accounts;
using Ccri.Web.Features.Overview;
using Ccri.Web.Features.Territories;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Security;
using Ccri.Web.Tests.WorkingGroups;
using static Ccri.Web.Tests.WorkingGroups.SessionSamples;

namespace Ccri.Web.Tests.Overview;

public abstract partial class FollowUpsTests(CcriApp app) : BothDatabases(app)
{
    private static readonly ScopedRole Office = new(Role.Officer, null, null);

    [Fact]
    public async Task Of_twelve_follow_ups_eight_are_shown_and_the_rest_is_told_and_moves_up()
    {
        var officer = await App.SendAsSystemAsync(new AddPerson.Command($"{Guid.NewGuid():N}@example.org", "Zoë Ångström", Role.Officer, null));
        await App.LogAsync("Twelve to do", form => form with { FollowUps = [.. Enumerable.Range(1, 12).Select(n => FollowUp($"To do {n:00}", new OwnerKey(officer.PersonId, null), Autumn.AddDays(n)))] });
        using var browser = App.Browser();
        using var begun = await browser.PostFormAsync(new Uri(officer.Link!).PathAndQuery, ("Input.Password", Browsing.Password));

        var page = await browser.PageAsync("/");

        Shown(page).ShouldBe([.. Enumerable.Range(1, 8).Select(n => $"To do {n:00}")]);
        page.ShouldContain("And 4 more");
        page.ShouldContain("href=\"/reminders\"");
        (await browser.PageAsync("/working-groups/follow-ups?who=me")).ShouldContain("To do 12");

        using var done = await browser.SendFormAsync(WebUtility.HtmlDecode(Button().Match(page).Groups["to"].Value), new Dictionary<string, string> { ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value });
        var after = await done.TextAsync();
        (done.RequestMessage!.RequestUri!.AbsolutePath, after.Contains("Done: To do 01"), after.Contains("And 3 more")).ShouldBe(("/", true, true));
        Shown(after).ShouldBe([.. Enumerable.Range(2, 8).Select(n => $"To do {n:00}")]);
    }

    [Fact]
    public async Task Follow_ups_of_contacts_and_of_sessions_stand_in_one_order()
    {
        var (officer, other) = (await App.OfficerAsync("Six and six"), await App.OfficerAsync("Of contacts alone"));
        await App.LogAsync("Six to do", form => form with { FollowUps = [.. Enumerable.Range(1, 6).Select(n => FollowUp($"Session {n}", new OwnerKey(officer, null), Autumn.AddDays(2 * n)))] });
        foreach (var n in Enumerable.Range(1, 11))
        {
            await ContactAsync(other, Autumn.AddDays(n));
            if (n <= 6)
                await ContactAsync(officer, Autumn.AddDays(2 * n - 1));
        }

        var (both, contacts) = (await OfAsync(officer), await OfAsync(other));

        (both.Rows.Count, both.More).ShouldBe((8, 4));
        both.Rows.Select(r => r.Due).ShouldBe(Enumerable.Range(1, 8).Select(n => Autumn.AddDays(n)));
        (contacts.Rows.Count, contacts.More).ShouldBe((8, 3));
    }

    private Task<Guid> ContactAsync(Guid owner, DateOnly due) =>
        App.AsAsync(Office, new LogContact.Command { Slug = "asker", On = Autumn, Text = "We spoke", FollowUp = "Send it", FollowUpOwnerId = owner, FollowUpDue = due }, owner);

    private async Task<OwnFollowUps> OfAsync(Guid person) => (await App.AsAsync(Office, new GetOverview.Query(), person)).FollowUps;

    private static List<string> Shown(string page) => [.. Button().Matches(page).Select(b => b.Groups["what"].Value)];

    [GeneratedRegex("<button class=\"btn quiet little\" formaction=\"(?<to>/[^\"]*)\">Done<span class=\"sr\">: (?<what>[^<]*)</span>")]
    private static partial Regex Button();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Token();
}

public sealed class FollowUpsOnSqlite(SqliteApp app) : FollowUpsTests(app), IClassFixture<SqliteApp>;

public sealed class FollowUpsOnPostgres(PostgresApp app) : FollowUpsTests(app), IClassFixture<PostgresApp>;
