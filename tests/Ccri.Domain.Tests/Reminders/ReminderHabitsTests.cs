using Ccri.Domain.Reminders;
using static Ccri.Domain.Tests.Reminders.ReminderSamples;

namespace Ccri.Domain.Tests.Reminders;

public sealed class ReminderHabitsTests
{
    private readonly ReminderHabits _habits = new(Ann); // workdays at eight, quiet from seven in the evening, three mails a week

    [Theory]
    [InlineData(23, 8, 0, false, null)] // a Monday
    [InlineData(23, 7, 0, false, ReminderReason.BeforeTheHour)]
    [InlineData(23, 19, 0, false, ReminderReason.QuietHours)]
    [InlineData(23, 3, 0, false, ReminderReason.BeforeTheHour)]
    [InlineData(22, 9, 0, false, ReminderReason.NotTheDay)] // a Sunday
    [InlineData(23, 9, 1, true, ReminderReason.NotTheDay)]
    [InlineData(23, 9, 3, false, ReminderReason.WeekIsFull)]
    public void A_mail_waits_for_the_day_the_hour_and_the_week(int day, int hour, int mails, bool hadOne, ReminderReason? because) =>
        _habits.Objection(new DateTime(2026, 11, day, hour, 0, 0), mails, hadOne).ShouldBe(because);

    [Fact]
    public void The_hour_that_a_clock_skips_in_spring_is_over_when_it_has_skipped_it()
    {
        _habits.Read((WeekDays)127, 2, 0, 0, 7);

        _habits.Objection(new DateTime(2026, 3, 29, 1, 59, 0), 0, false).ShouldBe(ReminderReason.BeforeTheHour);
        _habits.Objection(new DateTime(2026, 3, 29, 3, 0, 0), 0, false).ShouldBeNull();
    }

    [Fact]
    public void Nobody_gets_mail_who_asks_for_none()
    {
        _habits.Read(WeekDays.Workdays, 8, 19, 7, 0);

        _habits.Objection(new DateTime(2026, 11, 23, 9, 0, 0), 0, false).ShouldBe(ReminderReason.WeekIsFull);
    }

    [Fact]
    public void Habits_that_contradict_themselves_are_refused()
    {
        Should.Throw<RuleViolationException>(() => _habits.Read(WeekDays.Workdays, 20, 19, 7, 3)).Message.ShouldContain("lies in your quiet hours");
        Should.Throw<RuleViolationException>(() => _habits.Read(WeekDays.None, 8, 19, 7, 3)).Message.ShouldContain("at least one day");
        Should.Throw<RuleViolationException>(() => _habits.Read(WeekDays.Workdays, 24, 19, 7, 3)).Message.ShouldContain("0 to 23");
        Should.Throw<RuleViolationException>(() => _habits.Read(WeekDays.Workdays, 8, 19, 7, 8)).Message.ShouldContain("0 to 7 mails");
        Should.NotThrow(() => _habits.Read(WeekDays.Sunday, 23, 8, 8, 1));
        _habits.ReadsOn(Day(2026, 11, 22)).ShouldBeTrue();
        _habits.ReadsOn(Day(2026, 11, 23)).ShouldBeFalse();
    }

    [Fact]
    public void A_week_begins_on_Monday()
    {
        ReminderHabits.WeekOf(Day(2026, 11, 23)).ShouldBe(Day(2026, 11, 23));
        ReminderHabits.WeekOf(Day(2026, 11, 29)).ShouldBe(Day(2026, 11, 23));
    }
}
