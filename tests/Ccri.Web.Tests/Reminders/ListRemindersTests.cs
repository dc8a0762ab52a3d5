using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Errors;
using Ccri.Web.Features.Reminders;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reminders;

public abstract class ListRemindersTests(CcriApp app) : BothDatabases(app)
{
    private const ReminderKind ByHand = ReminderKind.OwnReminder;

    [Fact]
    public async Task What_is_due_stands_in_three_parts_by_territory_and_what_is_far_ahead_does_not()
    {
        var officer = await App.SomebodyAsync(Role.Officer);
        var uppsala = await App.TerritoryIdAsync("uppsala");
        await App.LateAsync(officer.Id, "Long ago", Today.AddDays(-3), uppsala);
        await App.LateAsync(officer.Id, "Yesterday", Today.AddDays(-1));
        await App.RemindAsync(officer, "Today", Today);
        await App.RemindAsync(officer, "In thirty days", Today.AddDays(30), uppsala);
        await App.RemindAsync(officer, "In thirty-one days", Today.AddDays(31));
        await App.RemindAsync(await App.SomebodyAsync(Role.Officer), "Of somebody else", Today);

        var answer = await App.AskAsync(officer, new ListReminders.Query());

        answer.Lines().ShouldBe([("Late", "Uppsala", "Long ago"), ("Late", "Yours", "Yesterday"), ("This week", "Yours", "Today"), ("Later", "Uppsala", "In thirty days")]);
        answer.Parts[0].Groups[0].Rows[0].DaysLate.ShouldBe(3);
    }

    [Fact]
    public async Task A_thing_is_listed_once_though_two_rules_name_it_and_each_says_why()
    {
        var officer = await App.SomebodyAsync(Role.Officer);
        await App.RuleAsync(ReminderSamples.Rule("First rule"));
        await App.RuleAsync(ReminderSamples.Rule("Second rule") with { Offsets = "7" });
        await App.RemindAsync(officer, "Named twice", Today);

        var row = (await App.AskAsync(officer, new ListReminders.Query())).Parts.SelectMany(p => p.Groups).SelectMany(g => g.Rows).ShouldHaveSingleItem();
        row.Why.Select(w => (w.Rule, w.Days, w.Who)).Where(w => w.Rule is "First rule" or "Second rule").ShouldBe([("First rule", "3 days before, on the day", "You are: who it belongs to"), ("Second rule", "7 days after", "You are: who it belongs to")]);
    }

    [Fact]
    public async Task What_is_done_goes_and_comes_back_when_it_was_not()
    {
        var officer = await App.SomebodyAsync(Role.Officer);
        var id = await App.RemindAsync(officer, "Send the template", Today);

        (await App.AskAsync(officer, new FinishReminder.Command(ByHand, id, Today))).ShouldBe(new FinishReminder.Answer("Send the template", null));
        (await App.AskAsync(officer, new ListReminders.Query())).Lines().ShouldBeEmpty();
        (await App.AskAsync(officer, new FinishReminder.Command(ByHand, id, Today))).Title.ShouldBe("Send the template", "pressed twice");

        await App.AskAsync(officer, new FinishReminder.Command(ByHand, id, Today, IsDone: false));
        (await App.AskAsync(officer, new ListReminders.Query())).Lines().ShouldHaveSingleItem();
        await Should.ThrowAsync<NotFoundException>(async () => await App.AskAsync(await App.SomebodyAsync(Role.Coordinator), new FinishReminder.Command(ByHand, id, Today)));
    }

    [Fact]
    public async Task What_is_put_off_stands_aside_until_its_day_and_can_be_taken_back()
    {
        var officer = await App.SomebodyAsync(Role.Officer);
        var id = await App.RemindAsync(officer, "Later, please", Today);

        (await App.AskAsync(officer, Snooze(id, SnoozeReminder.Until.InTwoWeeks))).ShouldBe(Today.AddDays(14));
        var answer = await App.AskAsync(officer, new ListReminders.Query());
        answer.Lines().ShouldBeEmpty();
        answer.Aside.ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Until.ShouldBe(Today.AddDays(14)), a => a.To.ShouldBeNull());

        await App.AskAsync(officer, new TakeBackReminder.Command(ByHand, id, Today));
        (await App.AskAsync(officer, new ListReminders.Query())).ShouldSatisfyAllConditions(a => a.Lines().ShouldHaveSingleItem(), a => a.Aside.ShouldBeEmpty());

        (await App.AskAsync(officer, Snooze(id, SnoozeReminder.Until.NextMonday))).DayOfWeek.ShouldBe(DayOfWeek.Monday);
    }

    [Fact]
    public async Task A_day_that_is_missing_or_has_passed_is_told_at_the_field()
    {
        var officer = await App.SomebodyAsync(Role.Officer);
        var id = await App.RemindAsync(officer, "Never", Today);

        (await RefusedAsync(Snooze(id, SnoozeReminder.Until.OwnDay)))["Day"].ShouldContain("Enter the day");
        (await RefusedAsync(Snooze(id, SnoozeReminder.Until.OwnDay) with { Day = Today }))["Day"].ShouldContain("lies ahead");
        (await RefusedAsync(Snooze(id, SnoozeReminder.Until.OwnDay) with { Day = Today.AddDays(366) }))["Day"].ShouldContain("at most 365 days");
        (await RefusedAsync(Snooze(id, null)))["Choice"].ShouldBe("Choose until when.");

        async Task<Dictionary<string, string>> RefusedAsync(SnoozeReminder.Command command) =>
            (await Should.ThrowAsync<ValidationException>(() => App.AskAsync(officer, command))).Errors.ToDictionary(e => e.PropertyName, e => e.ErrorMessage);
    }

    [Fact]
    public async Task What_is_handed_over_is_on_the_list_of_the_other_and_can_be_taken_back()
    {
        var (officer, other) = (await App.SomebodyAsync(Role.Officer), await App.SomebodyAsync(Role.Coordinator));
        var id = await App.RemindAsync(officer, "Not mine", Today);

        (await App.AskAsync(officer, HandOver(id, other.Id))).ShouldBe(other.Name);

        (await App.AskAsync(officer, new ListReminders.Query())).ShouldSatisfyAllConditions(a => a.Lines().ShouldBeEmpty(), a => a.Aside.ShouldHaveSingleItem().To.ShouldBe(other.Name));
        (await App.AskAsync(other, new ListReminders.Query())).Lines().ShouldHaveSingleItem().Title.ShouldBe("Not mine");
        await App.AskAsync(officer, new TakeBackReminder.Command(ByHand, id, Today));
        (await App.AskAsync(officer, new ListReminders.Query())).Lines().ShouldHaveSingleItem();
        (await App.AskAsync(other, new ListReminders.Query())).Lines().ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_is_given_what_they_may_not_see_and_the_desk_nothing_at_all()
    {
        var (officer, desk, stranger) = (await App.SomebodyAsync(Role.Officer), await App.SomebodyAsync(Role.Desk), await App.SomebodyAsync(Role.Territory, "munich"));
        var uppsala = await App.TerritoryIdAsync("uppsala");
        var id = await App.RemindAsync(officer, "Of Uppsala", Today, uppsala);

        foreach (var person in (Guid[])[desk.Id, stranger.Id, Guid.CreateVersion7()])
            (await Should.ThrowAsync<ValidationException>(() => App.AskAsync(officer, HandOver(id, person)))).Errors.ShouldHaveSingleItem().PropertyName.ShouldBe("PersonId");
        var offered = (await App.AskAsync(officer, new HandOverReminder.Query(ByHand, id, Today))).People.Select(p => p.Id).ToList();
        offered.ShouldNotContain(desk.Id);
        offered.ShouldNotContain(stranger.Id);
        offered.ShouldNotContain(officer.Id);
        (await Should.ThrowAsync<ValidationException>(() => App.AskAsync(officer, new CreateReminder.Command { Text = "x", Due = Today, OwnerId = stranger.Id, TerritoryId = uppsala }))).Errors.ShouldHaveSingleItem().PropertyName.ShouldBe("OwnerId");
    }

    [Fact]
    public async Task A_contact_of_a_territory_knows_the_office_and_the_own_territory_only()
    {
        var (contact, neighbour, stranger, officer) = (await App.SomebodyAsync(Role.Territory, "uppsala"), await App.SomebodyAsync(Role.Territory, "uppsala"), await App.SomebodyAsync(Role.Territory, "munich"), await App.SomebodyAsync(Role.Officer));

        var offered = await App.AskAsync(contact, new CreateReminder.Query());

        offered.Territories.Select(t => t.Name).ShouldBe(["Uppsala"]);
        offered.People.Select(p => p.Id).Intersect([contact.Id, neighbour.Id, stranger.Id, officer.Id]).ShouldBe([contact.Id, neighbour.Id, officer.Id], ignoreOrder: true);
        (await Should.ThrowAsync<ValidationException>(async () => await App.AskAsync(contact, new CreateReminder.Command { Text = "x", Due = Today, OwnerId = contact.Id, TerritoryId = await App.TerritoryIdAsync("munich") }))).Errors.ShouldHaveSingleItem().PropertyName.ShouldBe("TerritoryId");
        (await Should.ThrowAsync<ValidationException>(() => App.AskAsync(contact, new CreateReminder.Command { Text = "x", Due = Today.AddDays(-1), OwnerId = contact.Id }))).Errors.ShouldHaveSingleItem().ErrorMessage.ShouldContain("has passed");
    }

    [Fact]
    public async Task Two_thousand_late_things_are_cut_and_counted()
    {
        var officer = await App.SomebodyAsync(Role.Officer);
        await App.WithDatabaseAsync(async db =>
        {
            db.OwnReminders.AddRange(Enumerable.Range(0, 2_000).Select(i => new OwnReminder($"Thing {i:0000}", Today.AddDays(-2), officer.Id, null, null, Today.AddDays(-2))));
            return await db.SaveChangesAsync(Cancellation);
        });

        var late = (await App.AskAsync(officer, new ListReminders.Query())).Parts[0];

        (late.Total, late.Groups.Sum(g => g.Rows.Count)).ShouldBe((2_000, ListReminders.MostRows));
        late.Groups[0].Rows[^1].Title.ShouldBe("Thing 0199");
        await App.WithDatabaseAsync(db => db.OwnReminders.Where(r => r.OwnerId == officer.Id).ExecuteDeleteAsync(Cancellation));
    }

    [Fact]
    public async Task The_page_works_without_script_and_offers_to_undo()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        using var saved = await officer.PostFormAsync("/reminders/new", ("Input.Text", "Σπύρος & <b>Łódź</b>"), ("Input.Due", $"{Today:yyyy-MM-dd}"), ("Input.OwnerId", Browsing.FormOf(await officer.PageAsync("/reminders/new"))["Input.OwnerId"]));
        var page = await officer.MainAsync("/reminders");
        page.ShouldContain("Σπύρος &amp; &lt;b&gt;Łódź&lt;/b&gt;");
        page.ShouldContain("due today");
        var action = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page, "action=\"(/reminders\\?handler=Done[^\"]*)\"").Groups[1].Value);

        using var done = await PostAsync(officer, page, action);
        var after = await done.TextAsync();
        after.ShouldContain("Done: Σπύρος & <b>Łódź</b>");
        after.ShouldContain("Nothing to see to");
        var undo = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(await done.Content.ReadAsStringAsync(Cancellation), "action=\"(/reminders\\?handler=Open[^\"]*)\"").Groups[1].Value);
        using var undone = await PostAsync(officer, await done.Content.ReadAsStringAsync(Cancellation), undo);
        (await undone.TextAsync()).ShouldContain("due today");

        using var bad = await officer.PostFormAsync("/reminders/new", ("Input.Text", ""), ("Input.Due", "2026-02-30"));
        (await bad.TextAsync()).ShouldContain("“2026-02-30” is not a day. Write it as year, month, day: 2026-11-22.");
        using var desk = await App.SignedInAsync(Role.Desk);
        (await desk.StatusAsync("/reminders")).ShouldBe(HttpStatusCode.Forbidden);
        (await desk.PageAsync("/")).ShouldNotContain("href=\"/reminders\"");
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, string action)
    {
        var token = System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await client.PostAsync(new Uri(action, UriKind.Relative), content, Cancellation);
    }

    private SnoozeReminder.Command Snooze(Guid id, SnoozeReminder.Until? choice) => new() { Kind = ByHand, SubjectId = id, DueOn = Today, Choice = choice };

    private HandOverReminder.Command HandOver(Guid id, Guid person) => new() { Kind = ByHand, SubjectId = id, DueOn = Today, PersonId = person };
}

public sealed class ListRemindersOnSqlite(SqliteApp app) : ListRemindersTests(app), IClassFixture<SqliteApp>;

public sealed class ListRemindersOnPostgres(PostgresApp app) : ListRemindersTests(app), IClassFixture<PostgresApp>;
