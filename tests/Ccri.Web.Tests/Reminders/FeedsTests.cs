using System.Net;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Errors;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Tests.WorkingGroups;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reminders;

public abstract class FeedsTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_program_reads_what_is_due_and_the_sessions_of_ones_groups_by_the_secret_address()
    {
        var (lead, other) = (await App.SomebodyAsync(Role.Lead, "TWG-C"), await App.SomebodyAsync(Role.Officer));
        await App.LogAsync("Feed: of the own group");
        await App.SendAsync((await App.SessionAsync("Feed: of another group", "TWG-B")) with { Present = [] });
        await App.RemindAsync(lead, "Ring Πάτρα", Today.AddDays(40), await App.TerritoryIdAsync("uppsala"));
        await App.RemindAsync(other, "Somebody else's", Today.AddDays(40));
        var address = await App.AskAsync(lead, new CreateFeed.Command());

        var (status, text) = await ReadAsync(address);
        status.ShouldBe(HttpStatusCode.OK);
        var events = await CalendarFileTests.ReadAsync(text);
        events.Select(e => e.Summary).Where(s => s.StartsWith("Feed:", StringComparison.Ordinal) || s.Contains("Πάτρα", StringComparison.Ordinal) || s.Contains("else", StringComparison.Ordinal))
            .ShouldBe(["Uppsala: Ring Πάτρα", "Feed: of the own group"], ignoreOrder: true);
        text.ShouldContain($"DTSTART;VALUE=DATE:{Today.AddDays(40):yyyyMMdd}");
        (await App.AskAsync(lead, new ListFeeds.Query())).Feeds.ShouldHaveSingleItem().ReadAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_feed_of_a_group_tells_its_sessions_only()
    {
        var officer = await App.SomebodyAsync(Role.Officer);
        await App.LogAsync("Feed: group alone");
        await App.RemindAsync(officer, "Not in it", Today.AddDays(3));
        var address = await App.AskAsync(officer, new CreateFeed.Command(await App.GroupAsync("TWG-C")));

        var events = await CalendarFileTests.ReadAsync((await ReadAsync(address)).Text);

        events.Select(e => e.Summary).ShouldContain("Feed: group alone");
        events.Select(e => e.Summary).ShouldNotContain("Not in it");
    }

    [Fact]
    public async Task An_address_that_is_revoked_or_unknown_or_of_somebody_who_left_finds_nothing()
    {
        var (officer, leaver) = (await App.SomebodyAsync(Role.Officer), await App.SomebodyAsync(Role.Officer));
        var (own, theirs) = (await App.AskAsync(officer, new CreateFeed.Command()), await App.AskAsync(leaver, new CreateFeed.Command()));
        (await ReadAsync(own)).Status.ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(theirs)).Status.ShouldBe(HttpStatusCode.OK);
        var feed = (await App.AskAsync(officer, new ListFeeds.Query())).Feeds.Single().Id;
        await Should.ThrowAsync<NotFoundException>(() => App.AskAsync(leaver, new RevokeFeed.Command(feed)));

        await App.AskAsync(officer, new RevokeFeed.Command(feed));
        await App.WithDatabaseAsync(async db =>
        {
            (await db.Persons.SingleAsync(p => p.Id == leaver.Id, Cancellation)).Disable(DateTime.UnixEpoch);
            return await db.SaveChangesAsync(Cancellation);
        });

        (await ReadAsync(own)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ReadAsync(theirs)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ReadAsync($"http://localhost/calendar/{new string('0', 64)}.ics")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await App.AskAsync(officer, new ListFeeds.Query())).Feeds.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_address_is_shown_once_kept_as_a_hash_and_not_without_end()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        using var made = await officer.PostFormAsync("/reminders/feeds", ("Input.GroupId", ""));
        var address = System.Text.RegularExpressions.Regex.Match(await made.TextAsync(), "http://localhost/calendar/([0-9a-f]{64})\\.ics");
        address.Success.ShouldBeTrue();
        (await officer.MainAsync("/reminders/feeds")).ShouldNotContain(address.Groups[1].Value);
        (await App.WithDatabaseAsync(db => db.CalendarFeeds.AnyAsync(f => f.TokenHash == CalendarFeed.HashOf(address.Groups[1].Value), Cancellation))).ShouldBeTrue();

        var many = await App.SomebodyAsync(Role.Officer);
        for (var i = 0; i < CreateFeed.MostFeeds; i++)
            await App.AskAsync(many, new CreateFeed.Command());
        (await Should.ThrowAsync<RuleViolationException>(() => App.AskAsync(many, new CreateFeed.Command()))).Message.ShouldContain("Revoke one");
    }

    private async Task<(HttpStatusCode Status, string Text)> ReadAsync(string address)
    {
        using var program = App.Browser();
        using var answer = await program.GetAsync(new Uri(new Uri(address).PathAndQuery, UriKind.Relative), Cancellation);
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
            answer.Headers.CacheControl!.Private.ShouldBeTrue();
        }
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}

public sealed class FeedsOnSqlite(SqliteApp app) : FeedsTests(app), IClassFixture<SqliteApp>;

public sealed class FeedsOnPostgres(PostgresApp app) : FeedsTests(app), IClassFixture<PostgresApp>;
