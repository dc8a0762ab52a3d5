using Ccri.Domain.Accounts;
using Ccri.Domain.Milestones;
using Ccri.Domain.Reminders;
using Ccri.Domain.Solutions;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reminders;

/// <summary>What tests of planning need again and again. Times are those of Brussels.</summary>
internal static class PlanningSamples
{
    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The moment at which the clock in Brussels shows a time: the first, where it shows it twice.</summary>
    public static void At(this MovedClock clock, DateOnly day, int hour, int minute = 0)
    {
        var local = day.ToDateTime(new TimeOnly(hour, minute));
        clock.Now = new DateTimeOffset(local, Brussels.IsAmbiguousTime(local) ? Brussels.GetAmbiguousTimeOffsets(local).Max() : Brussels.GetUtcOffset(local));
    }

    /// <summary>Nobody, nothing open and no rule. The job that runs at start is waited for first.</summary>
    public static async Task EmptyAsync(this CcriApp app)
    {
        while (!await app.WithDatabaseAsync(db => db.JobRuns.AnyAsync(r => r.Job == "reminders" && r.FinishedAt != null, Cancellation)))
            await Task.Delay(50, Cancellation);
        await app.WithDatabaseAsync(async db =>
        {
            await db.Reminders.ExecuteDeleteAsync(Cancellation);
            await db.Unsubscriptions.ExecuteDeleteAsync(Cancellation);
            await db.ReminderRules.ExecuteDeleteAsync(Cancellation);
            await db.ReminderDays.ExecuteDeleteAsync(Cancellation);
            await db.ReminderMarks.ExecuteDeleteAsync(Cancellation);
            await db.ReminderHabits.ExecuteDeleteAsync(Cancellation);
            await db.OwnReminders.ExecuteDeleteAsync(Cancellation);
            await db.Holidays.ExecuteDeleteAsync(Cancellation);
            await db.MailMessages.ExecuteDeleteAsync(Cancellation);
            await db.RoleAssignments.ExecuteDeleteAsync(Cancellation);
            return await db.Milestones.ExecuteUpdateAsync(set => set.SetProperty(m => m.DoneOn, new DateOnly(2020, 1, 1)), Cancellation);
        });
    }

    public static Task<ReminderRule> RuleAsync(this CcriApp app, ReminderKind kind, int[] offsets, ReminderAudience audience = ReminderAudience.Owner, DateOnly? on = null, ReminderChannel channel = ReminderChannel.Mail,
        string? name = null, DayCount count = DayCount.Calendar, int? escalateAfter = null) => app.WithDatabaseAsync(async db =>
    {
        var rule = new ReminderRule(kind, name ?? $"Rule of {kind}");
        rule.Fall(offsets, count);
        rule.Tell(audience, channel);
        rule.Escalate(escalateAfter, escalateAfter is null ? ReminderAudience.None : ReminderAudience.Coordinator);
        rule.SwitchOn(on ?? new DateOnly(2025, 1, 1));
        db.Add(rule);
        await db.SaveChangesAsync(Cancellation);
        return rule;
    });

    public static Task<Guid> PersonAsync(this CcriApp app, Role role, string? territory = null, string name = "Κική Łoś", string? group = null) => app.WithDatabaseAsync(async db =>
    {
        var person = new Person(name, $"{Guid.NewGuid():N}@example.org", DateTime.UnixEpoch);
        person.Give(new RoleAssignment(role, territory is null ? null : await db.Territories.Where(t => t.Slug == territory).Select(t => t.Id).SingleAsync(Cancellation),
            group is null ? null : await db.WorkingGroups.Where(g => g.Code == group).Select(g => g.Id).SingleAsync(Cancellation)));
        db.Add(person);
        await db.SaveChangesAsync(Cancellation);
        return person.Id;
    });

    /// <summary>Of a solution of its own.</summary>
    public static Task<Guid> DueAsync(this CcriApp app, string territory, string title, DateOnly due) => app.WithDatabaseAsync(async db =>
    {
        var id = await db.Territories.Where(t => t.Slug == territory).Select(t => t.Id).SingleAsync(Cancellation);
        var solution = new Solution(id, $"CSS-{Guid.NewGuid():N}"[..20], "Reuse hub");
        var milestone = Milestone.OfSolution(solution.Id, id, title, due);
        db.AddRange(solution, milestone);
        await db.SaveChangesAsync(Cancellation);
        return milestone.Id;
    });

    public static Task<int> HabitsAsync(this CcriApp app, Guid person, WeekDays days = WeekDays.Workdays, int hour = 8, int quietFrom = 19, int quietUntil = 7, int mailsPerWeek = 3) => app.WithDatabaseAsync(db =>
    {
        var habits = new ReminderHabits(person);
        habits.Read(days, hour, quietFrom, quietUntil, mailsPerWeek);
        db.Add(habits);
        return db.SaveChangesAsync(Cancellation);
    });

    public static Task<int> ChangeAsync<T>(this CcriApp app, Guid id, Action<T> change) where T : Ccri.Domain.Entity => app.WithDatabaseAsync(async db =>
    {
        change(await db.Set<T>().SingleAsync(row => row.Id == id, Cancellation));
        return await db.SaveChangesAsync(Cancellation);
    });

    /// <returns>What the job says.</returns>
    public static async Task<string> PlanAsync(this CcriApp app) => (await app.SendAsSystemAsync(new PlanReminders.Command())).Note;

    /// <summary>In the order of their days.</summary>
    public static Task<List<Reminder>> PlannedAsync(this CcriApp app, Guid? person = null) =>
        app.WithDatabaseAsync(db => db.Reminders.AsNoTracking().Where(r => person == null || r.PersonId == person).OrderBy(r => r.On).ThenBy(r => r.Title).ThenBy(r => r.Id).ToListAsync(Cancellation));

    public static Task<List<MailMessage>> DigestsAsync(this CcriApp app, Guid person) =>
        app.WithDatabaseAsync(db => db.MailMessages.AsNoTracking().Where(m => m.PersonId == person && m.IsDigest).OrderBy(m => m.CreatedAt).ToListAsync(Cancellation));

    /// <summary>As if the sender had done its work.</summary>
    public static Task<int> SentAsync(this CcriApp app, Guid person) => app.WithDatabaseAsync(db => db.MailMessages.Where(m => m.PersonId == person && m.SentAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, m => m.CreatedAt), Cancellation));
}
