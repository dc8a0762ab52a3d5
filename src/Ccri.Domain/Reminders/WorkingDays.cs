namespace Ccri.Domain.Reminders;

/// <summary>A public holiday. Source: data/holidays.csv.</summary>
/// <param name="Calendar">Eurostat's code of the country, or <see cref="WorkingDays.Union"/>.</param>
public readonly record struct HolidayKey(string Calendar, DateOnly Day);

/// <summary>Which days are worked on: Monday to Friday, without the holidays of a country or of the institutions of the European Union.</summary>
public sealed class WorkingDays(IEnumerable<HolidayKey> holidays)
{
    /// <summary>The calendar of the institutions of the European Union.</summary>
    public const string Union = "EU";

    private readonly HashSet<HolidayKey> _holidays = [.. holidays];

    /// <param name="country">Empty: the institutions of the European Union.</param>
    public bool IsWorkingDay(DateOnly day, string? country) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.Contains(new HolidayKey(country ?? Union, day));

    /// <summary>
    /// The day so many days from another. Working days before it are counted back from the due day, those after it forward; 0 is the due day
    /// itself where that is worked on, else the last working day before it: a reminder that comes too early still helps.
    /// </summary>
    public DateOnly Add(DateOnly due, int offset, DayCount count, string? country)
    {
        if (count == DayCount.Calendar)
            return due.AddDays(offset);
        var (day, left) = (due, Math.Abs(offset));
        for (var step = offset < 0 ? -1 : 1; left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day, country))
                left--;
        }
        if (offset == 0)
        {
            while (!IsWorkingDay(day, country))
                day = day.AddDays(-1);
        }
        return day;
    }
}
