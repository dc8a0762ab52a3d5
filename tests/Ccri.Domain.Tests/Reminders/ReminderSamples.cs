using Ccri.Domain.Reminders;

namespace Ccri.Domain.Tests.Reminders;

/// <summary>Rules and facts as the tests of planning use them.</summary>
internal static class ReminderSamples
{
    public static readonly Guid Ann = Guid.CreateVersion7(), Bob = Guid.CreateVersion7(), Cleo = Guid.CreateVersion7();

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);

    public static ReminderRule Rule(params int[] offsets) => Rule(DayCount.Calendar, offsets);

    public static ReminderRule Rule(DayCount count, params int[] offsets)
    {
        var rule = new ReminderRule(ReminderKind.Milestone, "Milestones");
        rule.Fall(offsets, count);
        rule.SwitchOn(Day(2020, 1, 1));
        return rule;
    }

    public static ReminderFact Fact(DateOnly due, Guid? subject = null, string? country = null) => new(ReminderKind.Milestone, subject ?? Guid.CreateVersion7(), due, "Repair hub opens", "solutions/CSS-1")
    {
        Country = country,
        People = new Dictionary<ReminderAudience, IReadOnlyList<Guid>> { [ReminderAudience.Owner] = [Ann], [ReminderAudience.Coordinator] = [Bob], [ReminderAudience.Lead] = [Ann, Cleo] },
    };

    public static ReminderBook Book(IReadOnlyList<ReminderRule> rules, IReadOnlyList<ReminderFact> facts, IReadOnlyList<ReminderMark>? marks = null, IEnumerable<HolidayKey>? holidays = null) =>
        new() { Rules = rules, Facts = facts, Marks = marks ?? [], Days = new WorkingDays(holidays ?? []) };

    /// <summary>Plans day after day, as the job does, and keeps what was planned; days that are not looked at are skipped.</summary>
    public static List<Reminder> Run(ReminderBook book, DateOnly from, DateOnly until, Func<DateOnly, bool>? isUp = null, DateOnly? plannedUpTo = null)
    {
        var (before, last) = (new List<Reminder>(), plannedUpTo ?? from.AddDays(-1));
        for (var day = from; day <= until; day = day.AddDays(1))
        {
            if (isUp?.Invoke(day) == false)
                continue;
            before.AddRange(ReminderPlanner.Plan(book, last, day, before).Select(p => new Reminder(p, day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc))));
            last = day;
        }
        return before;
    }
}
