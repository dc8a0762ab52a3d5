using Ccri.Domain.Reminders;
using static Ccri.Domain.Tests.Reminders.ReminderSamples;

namespace Ccri.Domain.Tests.Reminders;

public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Days = new([new("FI", Day(2026, 12, 25)), new("FI", Day(2027, 1, 6)), new("EU", Day(2026, 12, 24)), new("EU", Day(2026, 12, 25))]);

    [Theory]
    [InlineData(-1, 9)] // Thursday back to Wednesday
    [InlineData(-4, 4)] // over a weekend
    [InlineData(0, 10)]
    [InlineData(1, 11)]
    [InlineData(2, 14)]
    public void Weekends_do_not_count(int offset, int day) => Days.Add(Day(2026, 12, 10), offset, DayCount.Working, "FI").ShouldBe(Day(2026, 12, day));

    [Fact]
    public void Holidays_are_those_of_the_country_or_else_of_the_institutions()
    {
        Days.Add(Day(2026, 12, 28), -1, DayCount.Working, "FI").ShouldBe(Day(2026, 12, 24));
        Days.Add(Day(2026, 12, 28), -1, DayCount.Working, null).ShouldBe(Day(2026, 12, 23));
        Days.Add(Day(2026, 12, 28), -1, DayCount.Working, "SE").ShouldBe(Day(2026, 12, 25), "A country whose holidays are not known has none.");
        Days.IsWorkingDay(Day(2027, 1, 6), "FI").ShouldBeFalse();
    }

    [Theory]
    [InlineData(12, 11)] // a Saturday
    [InlineData(13, 11)]
    [InlineData(25, 24)] // a holiday
    public void A_due_day_on_which_nobody_works_is_reminded_of_before_it(int due, int reminded) => Days.Add(Day(2026, 12, due), 0, DayCount.Working, "FI").ShouldBe(Day(2026, 12, reminded));

    [Fact]
    public void Calendar_days_are_what_they_are() => Days.Add(Day(2026, 12, 26), -1, DayCount.Calendar, "FI").ShouldBe(Day(2026, 12, 25));
}
