using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Security;
using Ccri.Web.Tests.Reports;
using Ccri.Web.Tests.WorkingGroups;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reminders;

/// <summary>The preview says what the job will do.</summary>
public abstract class ReminderPreviewTests(CcriApp app) : BothDatabases(app), IAsyncLifetime
{
    /// <summary>A Monday.</summary>
    private static readonly DateOnly Monday = new(2026, 12, 7);

    private MovedClock Clock => ((IMovedApp)App).Clock;

    public async ValueTask InitializeAsync()
    {
        await App.EmptyAsync();
        Clock.At(Monday, 6);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_is_foreseen_for_three_weeks_is_what_the_job_then_does()
    {
        var (contact, officer, busy) = (await App.PersonAsync(Role.Territory, "asker", "Anna"), await App.PersonAsync(Role.Officer, name: "Ola"), await App.PersonAsync(Role.Officer, name: "Ugo"));
        await App.HabitsAsync(officer, WeekDays.Tuesday | WeekDays.Saturday, hour: 10, mailsPerWeek: 1);
        await App.HabitsAsync(busy, mailsPerWeek: 0);
        await App.RuleAsync(ReminderKind.Milestone, [-3, 0, 3, 7], ReminderAudience.Owner | ReminderAudience.Accompanying, name: "Milestones");
        await App.RuleAsync(ReminderKind.Milestone, [0], name: "On the page", channel: ReminderChannel.App);
        for (var i = 0; i < 12; i++)
            await App.DueAsync("asker", $"Step {i}", Monday.AddDays(i + i / 3));

        var foreseen = await App.SendAsync(new PreviewReminders.Query(Days: 20));
        foreach (var hour in Enumerable.Range(0, 21 * 12).Select(i => i * 2 + 1))
        {
            Clock.At(Monday.AddDays(hour / 24), hour % 24);
            await App.PlanAsync();
            if (hour % 24 == 11)
            {
                foreach (var person in (Guid[])[contact, officer, busy])
                    await App.SentAsync(person);
            }
        }

        var done = await App.PlannedAsync();
        foreseen.Rows.Select(r => (r.On, r.PersonId, r.Title, r.Rule)).ShouldBe(done.Select(r => (r.On, r.PersonId, r.Title, r.RuleId == foreseen.Rows.First(f => f.Rule == "On the page").RuleId ? "On the page" : "Milestones")), ignoreOrder: true);
        var mails = (await App.DigestsAsync(contact)).Concat(await App.DigestsAsync(officer)).Concat(await App.DigestsAsync(busy)).ToDictionary(m => m.Id, m => DateOnly.FromDateTime(m.CreatedAt));
        var became = done.ToDictionary(r => r.Key, r => r.MailId is { } mail ? mails[mail] : (DateOnly?)null);
        foreach (var row in foreseen.Rows)
            became[new ReminderKey(row.RuleId, row.SubjectId, row.DueOn, row.On, row.PersonId)].ShouldBe(row.MailedOn, $"{row.Person} {row.Title} {row.On}");
        foreseen.Mails.ShouldBe(mails.Count);
        foreseen.LastHeld.ShouldBe(done.Count(r => r is { State: ReminderState.Waiting, Because: ReminderReason.WeekIsFull }));
    }

    [Fact]
    public async Task A_rule_that_is_off_is_tried_out_and_nothing_is_written()
    {
        await App.PersonAsync(Role.Territory, "asker");
        var on = await App.RuleAsync(ReminderKind.Milestone, [0], name: "On");
        var off = await App.RuleAsync(ReminderKind.Milestone, [-1], name: "Off");
        await App.ChangeAsync<ReminderRule>(off.Id, r => r.SwitchOff());
        await App.DueAsync("asker", "Permit", Monday.AddDays(2));

        (await App.SendAsync(new PreviewReminders.Query())).Rows.Select(r => r.RuleId).ShouldBe([on.Id]);
        (await App.SendAsync(new PreviewReminders.Query(RuleId: off.Id))).ShouldSatisfyAllConditions(a => a.Rows.ShouldHaveSingleItem().On.ShouldBe(Monday.AddDays(1)), a => a.Mails.ShouldBe(1));
        (await App.PlannedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_went_out_this_morning_is_told_as_it_was()
    {
        var contact = await App.PersonAsync(Role.Territory, "asker");
        await App.RuleAsync(ReminderKind.Milestone, [0]);
        await App.DueAsync("asker", "Permit", Monday);
        Clock.At(Monday, 9);
        await App.PlanAsync();
        await App.SentAsync(contact);
        await App.DueAsync("asker", "Tender", Monday);

        var rows = (await App.SendAsync(new PreviewReminders.Query())).Rows;

        rows.OrderBy(r => r.Title).Select(r => (r.Title, r.MailedOn, r.Held)).ShouldBe([("Permit (Reuse hub)", Monday, null), ("Tender (Reuse hub)", Monday.AddDays(1), ReminderReason.NotTheDay)]);
    }

    [Fact]
    public async Task What_waits_from_the_days_before_goes_with_the_next_mail()
    {
        var contact = await App.PersonAsync(Role.Territory, "asker");
        await App.HabitsAsync(contact, WeekDays.Thursday, hour: 10);
        await App.RuleAsync(ReminderKind.Milestone, [0]);
        await App.DueAsync("asker", "Permit", Monday);
        Clock.At(Monday, 9);
        await App.PlanAsync();
        Clock.At(Monday.AddDays(2), 9);
        await App.DueAsync("asker", "Tender", Monday.AddDays(3));

        var answer = await App.SendAsync(new PreviewReminders.Query());

        answer.Rows.Select(r => (r.On, r.Title, r.MailedOn)).ShouldBe([(Monday, "Permit (Reuse hub)", Monday.AddDays(3)), (Monday.AddDays(3), "Tender (Reuse hub)", Monday.AddDays(3))]);
        answer.Mails.ShouldBe(1);
    }

    [Fact]
    public async Task Minutes_of_a_session_to_come_are_foreseen_and_not_asked_for_before_it()
    {
        await App.PersonAsync(Role.Lead, group: "TWG-C");
        var rule = await App.RuleAsync(ReminderKind.MinutesMissing, [-3, 3, 7], ReminderAudience.Lead);
        await App.LogAsync("Still to come", form => form with { On = Monday.AddDays(5) });

        (await App.SendAsync(new PreviewReminders.Query(RuleId: rule.Id))).Rows.Select(r => r.On).ShouldBe([Monday.AddDays(8), Monday.AddDays(12)]);
        (await App.SendAsync(new PreviewReminders.Query(RuleId: rule.Id, Days: 4))).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_a_coordinator_sees_what_others_will_be_reminded_of()
    {
        var (contact, officer) = (await App.PersonAsync(Role.Territory, "asker"), await App.PersonAsync(Role.Officer));
        await App.RuleAsync(ReminderKind.Milestone, [0], ReminderAudience.Owner | ReminderAudience.Accompanying);
        await App.DueAsync("asker", "Permit", Monday.AddDays(2));

        (await App.SendAsync(new PreviewReminders.Query())).Rows.Count.ShouldBe(2);
        (await App.SendAsync(new PreviewReminders.Query(PersonId: contact))).Rows.Single().PersonId.ShouldBe(contact);
        (await App.SendAsync(new PreviewReminders.Query(TerritoryId: await App.IdOfAsync("uppsala")))).Rows.ShouldBeEmpty();
        (await App.AsAsync(new ScopedRole(Role.Officer, null, null), new PreviewReminders.Query(PersonId: contact), officer)).Rows.Single().PersonId.ShouldBe(officer);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(367, null)]
    [InlineData(30, "9999-12-31")]
    [InlineData(30, "1999-12-31")]
    public async Task Days_that_nobody_can_look_ahead_to_are_refused_in_a_sentence(int days, string? today) =>
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(new PreviewReminders.Query(Days: days, Today: today is null ? null : DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)))))
            .Errors.Single().ErrorMessage.ShouldEndWith(".");
}

public sealed class ReminderPreviewOnSqlite(MovedSqliteApp app) : ReminderPreviewTests(app), IClassFixture<MovedSqliteApp>;

public sealed class ReminderPreviewOnPostgres(MovedPostgresApp app) : ReminderPreviewTests(app), IClassFixture<MovedPostgresApp>;
