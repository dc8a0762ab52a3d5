using Ccri.Domain.Accounts;
using Ccri.Domain.Milestones;
using Ccri.Domain.Programme;
using Ccri.Domain.Reminders;
using Ccri.Web.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reminders;

/// <summary>When a reminder falls, by the calendar of Brussels.</summary>
public abstract class PlanningTests(CcriApp app) : BothDatabases(app), IAsyncLifetime
{
    private MovedClock Clock => ((IMovedApp)App).Clock;

    public async ValueTask InitializeAsync() => await App.EmptyAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_reminder_falls_on_its_days_and_planning_twice_adds_nothing()
    {
        var contact = await App.PersonAsync(Role.Territory, "asker");
        await App.PersonAsync(Role.Territory, "uppsala");
        await App.RuleAsync(ReminderKind.Milestone, [-3, 0, 7]);
        var due = new DateOnly(2026, 12, 16);
        await App.DueAsync("asker", "Permit", due);

        Clock.At(due.AddDays(-4), 12);
        (await App.PlanAsync()).ShouldStartWith("0 reminders planned");
        foreach (var offset in (int[])[-3, -3, 0, 0, 7])
        {
            Clock.At(due.AddDays(offset), 10);
            await App.PlanAsync();
            (await App.PlanAsync()).ShouldStartWith("0 reminders planned, 0 mails");
        }

        (await App.PlannedAsync()).Select(r => (r.PersonId, r.On, r.Offset, r.Title)).ShouldBe([.. ((int[])[-3, 0, 7]).Select(o => (contact, due.AddDays(o), o, "Permit (Reuse hub)"))]);
    }

    [Fact]
    public async Task On_the_day_without_two_o_clock_the_mail_of_two_o_clock_goes_at_three()
    {
        var (contact, sunday) = (await App.PersonAsync(Role.Territory, "asker"), new DateOnly(2026, 3, 29));
        await App.HabitsAsync(contact, WeekDays.Sunday | WeekDays.Saturday, hour: 2, quietFrom: 22, quietUntil: 1);
        await App.RuleAsync(ReminderKind.Milestone, [0]);
        await App.DueAsync("asker", "Permit", sunday);

        Clock.At(sunday.AddDays(-1), 23, 59);
        (await App.PlanAsync()).ShouldStartWith("0 reminders planned");
        Clock.At(sunday, 1, 58);
        await App.PlanAsync();
        (await App.PlannedAsync()).Single().Because.ShouldBe(ReminderReason.BeforeTheHour);

        Clock.At(sunday, 3);
        await App.PlanAsync();

        (await App.PlannedAsync()).Single().State.ShouldBe(ReminderState.Mailed);
        (await App.DigestsAsync(contact)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task On_the_day_with_two_o_clock_twice_there_is_one_mail()
    {
        var (contact, sunday) = (await App.PersonAsync(Role.Territory, "asker"), new DateOnly(2026, 10, 25));
        await App.HabitsAsync(contact, WeekDays.Sunday, hour: 2, quietFrom: 22, quietUntil: 1);
        await App.RuleAsync(ReminderKind.Milestone, [0]);
        await App.DueAsync("asker", "Permit", sunday);

        Clock.At(sunday, 2, 10);
        await App.PlanAsync();
        await App.DueAsync("asker", "Tender", sunday);
        Clock.By += TimeSpan.FromHours(1); // ten past two again
        await App.SentAsync(contact);
        await App.PlanAsync();

        (await App.PlannedAsync()).Select(r => (r.Title, r.State, r.Because)).ShouldBe([("Permit (Reuse hub)", ReminderState.Mailed, null), ("Tender (Reuse hub)", ReminderState.Waiting, ReminderReason.NotTheDay)]);
        (await App.DigestsAsync(contact)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(1, 2, 0, 0)]
    [InlineData(2, 2, 0, 0)]
    [InlineData(40, 1, 3, 1)]
    public async Task What_was_not_looked_at_is_caught_up_in_one_mail_and_the_rest_is_told_as_missed(int daysDown, int mailed, int saidLater, int tooLate)
    {
        var (contact, tuesday) = (await App.PersonAsync(Role.Territory, "asker"), new DateOnly(2026, 9, 8));
        await App.RuleAsync(ReminderKind.Milestone, [-3, 0, 3, 7]);
        Clock.At(tuesday, 12);
        await App.PlanAsync();
        var back = tuesday.AddDays(daysDown + 1);
        await App.DueAsync("asker", "Since the first day", tuesday.AddDays(4)); // its first reminder falls on the day after, while nobody looks
        await App.DueAsync("asker", "Today", back.AddDays(3));

        Clock.At(back, 12);
        await App.PlanAsync();

        var planned = await App.PlannedAsync(contact);
        (await App.DigestsAsync(contact)).Count.ShouldBe(1);
        planned.Count(r => r.State == ReminderState.Mailed).ShouldBe(mailed);
        planned.Count(r => r is { State: ReminderState.Missed, Because: ReminderReason.LaterOne }).ShouldBe(saidLater);
        planned.Count(r => r is { State: ReminderState.Missed, Because: ReminderReason.TooLate }).ShouldBe(tooLate);
        (await App.PlanAsync()).ShouldStartWith("0 reminders planned");
    }

    [Fact]
    public async Task A_rule_that_is_changed_in_between_repeats_nothing_and_goes_on_by_its_new_days()
    {
        var contact = await App.PersonAsync(Role.Territory, "asker");
        var rule = await App.RuleAsync(ReminderKind.Milestone, [-3, 7]);
        var due = new DateOnly(2026, 12, 16); // a Wednesday
        await App.DueAsync("asker", "Permit", due);
        Clock.At(due.AddDays(-3), 12);
        await App.PlanAsync();

        await App.ChangeAsync<ReminderRule>(rule.Id, r => r.Fall([-3, -2, -1], DayCount.Working));
        foreach (var day in Enumerable.Range(-2, 12))
        {
            Clock.At(due.AddDays(day), 12);
            await App.PlanAsync();
        }

        (await App.PlannedAsync(contact)).Select(r => (r.Offset, r.On)).ShouldBe([(-3, due.AddDays(-3)), (-2, due.AddDays(-2)), (-1, due.AddDays(-1))]);
    }

    [Fact]
    public async Task The_twenty_ninth_of_February_is_a_day_like_others()
    {
        var (contact, leap) = (await App.PersonAsync(Role.Territory, "asker"), new DateOnly(2028, 2, 29));
        await App.RuleAsync(ReminderKind.Milestone, [-365, -30, 0, 1, 365]);
        await App.DueAsync("asker", "Permit", leap);

        DateOnly[] days = [new(2027, 3, 1), new(2028, 1, 30), leap, new(2028, 3, 1), new(2029, 2, 28)];
        foreach (var day in days)
        {
            Clock.At(day.AddDays(-1), 12);
            await App.PlanAsync();
            Clock.At(day, 12);
            await App.PlanAsync();
        }

        (await App.PlannedAsync(contact)).Select(r => r.On).ShouldBe(days);
    }

    [Fact]
    public async Task A_quarter_that_ends_on_a_holiday_is_told_of_on_the_last_working_day_before()
    {
        var norwegian = await App.PersonAsync(Role.Territory, "asker");
        var swede = await App.PersonAsync(Role.Territory, "uppsala");
        await App.RuleAsync(ReminderKind.PeriodCutOff, [-1, 0], count: DayCount.Working);
        var last = new DateOnly(2026, 12, 31); // a Thursday
        await App.WithDatabaseAsync(db =>
        {
            db.Holidays.AddRange(new Holiday { Calendar = "NO", Day = last, Name = "Nyttårsaften", Source = "A test" }, new Holiday { Calendar = "EU", Day = last.AddDays(-1), Name = "Another calendar", Source = "A test" });
            return db.SaveChangesAsync(Cancellation);
        });
        Clock.At(new(2026, 12, 20), 9);
        await App.SendAsSystemAsync(new OpenPeriod.Command($"H-{Guid.NewGuid():N}"[..20], "The last days of the year", new(2026, 10, 1), last, new(2026, 12, 21), last, last.AddDays(30)));

        for (var day = new DateOnly(2026, 12, 28); day <= last; day = day.AddDays(1))
        {
            Clock.At(day, 12);
            await App.PlanAsync();
        }

        (await App.PlannedAsync(norwegian)).Select(r => r.On).ShouldBe([last.AddDays(-1)], "the day itself is none to work on, and both fall on the one before");
        (await App.PlannedAsync(swede)).Select(r => r.On).ShouldBe([last.AddDays(-1), last]);
    }

    [Fact]
    public async Task When_nothing_happens_a_coordinator_is_told_once()
    {
        var (contact, coordinator) = (await App.PersonAsync(Role.Territory, "asker"), await App.PersonAsync(Role.Coordinator));
        await App.RuleAsync(ReminderKind.Milestone, [0], escalateAfter: 2);
        var due = new DateOnly(2026, 12, 15);
        await App.DueAsync("asker", "Permit", due);

        for (var i = 0; i < 5; i++)
        {
            Clock.At(due.AddDays(i), 12);
            await App.PlanAsync();
        }

        (await App.PlannedAsync()).Select(r => (r.PersonId, r.On, r.Step)).ShouldBe([(contact, due, ReminderStep.Usual), (coordinator, due.AddDays(2), ReminderStep.Escalation)]);
    }

    [Fact]
    public async Task Two_processes_that_plan_at_once_add_nothing_twice_and_make_one_mail()
    {
        var contact = await App.PersonAsync(Role.Territory, "asker");
        await App.RuleAsync(ReminderKind.Milestone, [0]);
        var due = new DateOnly(2026, 12, 15);
        for (var i = 0; i < 40; i++)
            await App.DueAsync("asker", $"Step {i}", due);
        Clock.At(due, 12);

        var notes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(App.PlanAsync)));

        notes.Count(n => n.StartsWith("40 reminders planned", StringComparison.Ordinal)).ShouldBe(1, string.Join('\n', notes));
        (await App.PlannedAsync(contact)).Count.ShouldBe(40);
        var mail = (await App.DigestsAsync(contact)).ShouldHaveSingleItem();
        (await App.PlannedAsync(contact)).ShouldAllBe(r => r.MailId == mail.Id);
    }
}

public sealed class PlanningOnSqlite(MovedSqliteApp app) : PlanningTests(app), IClassFixture<MovedSqliteApp>;

public sealed class PlanningOnPostgres(MovedPostgresApp app) : PlanningTests(app), IClassFixture<MovedPostgresApp>;
