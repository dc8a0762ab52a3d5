using System.Globalization;

namespace Ccri.Domain.WorkingGroups;

/// <summary>When a session is, as people say it: days and clock times in a time zone. The clock of a zone can skip an hour or show it twice.</summary>
/// <param name="On">The first day.</param>
/// <param name="LastOn">The last day; empty when it is over on the first, or before the next dawn.</param>
/// <param name="From">Empty when only the day is known.</param>
/// <param name="Until">On the last day; where there is none and it is not after <paramref name="From"/>, on the next day.</param>
/// <param name="Zone">A name of the IANA list, such as Europe/Brussels.</param>
public sealed record SessionTime(DateOnly On, DateOnly? LastOn, TimeOnly? From, TimeOnly? Until, string Zone)
{
    public const string Brussels = "Europe/Brussels";

    /// <summary>Longer than that, it is more than one session.</summary>
    private const int MostDays = 31;

    private static readonly TimeOnly LatestNight = new(6, 0);

    /// <summary>The day on which it ends.</summary>
    public DateOnly EndsOn => LastOn ?? (IsOverMidnight ? On.AddDays(1) : On);

    /// <summary>Whether it begins on one day and ends in the night after it.</summary>
    public bool IsOverMidnight => LastOn is null && Until <= From;

    /// <summary>UTC; without a time, the beginning of the day.</summary>
    public DateTime StartsAt => From is { } time ? Earliest(On, time) : FirstMomentOf(On);

    /// <summary>UTC; empty while nobody said until when. An hour that comes twice is the earlier one, unless that lies before the start.</summary>
    public DateTime? EndsAt => Until is not { } time ? null : Moments(EndsOn, time) is var moments && moments.Find(m => m > StartsAt) is var after && after != default ? after : moments[^1];

    private TimeZoneInfo Clock => TimeZoneInfo.FindSystemTimeZoneById(Zone);

    /// <summary>What is wrong with it, in a sentence; empty when nothing is.</summary>
    public string? Objection()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var clock) || !clock.HasIanaId)
            return $"“{Zone}” is no time zone. It should be a name such as {Brussels}.";
        if (Until is not null && From is null)
            return "Enter when it began, too, or leave the times out.";
        if (LastOn < On)
            return $"The last day ({LastOn:yyyy-MM-dd}) lies before the first ({On:yyyy-MM-dd}).";
        if (LastOn is { } last && last.DayNumber - On.DayNumber >= MostDays)
            return $"A session takes {MostDays} days at most. Log a longer one in parts.";
        if (LastOn is null && Until == From && From is not null)
            return "It ends when it begins. Enter another time, or leave the end out.";
        if (IsOverMidnight && Until > LatestNight)
            return $"It would end at {Spelled(Until!.Value)}, before it begins at {Spelled(From!.Value)}. If it went through the night, enter the last day.";
        if (LastOn == On && Until <= From)
            return $"It would end at {Spelled(Until!.Value)}, before it begins at {Spelled(From!.Value)}.";
        return (From is { } begin ? Skipped(clock, On, begin) : null) ?? (Until is { } end ? Skipped(clock, EndsOn, end) : null);
    }

    private static string? Skipped(TimeZoneInfo clock, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (!clock.IsInvalidTime(local))
            return null;
        var next = local;
        while (clock.IsInvalidTime(next))
            next = next.AddMinutes(1);
        return string.Create(CultureInfo.InvariantCulture, $"There is no {time:HH:mm} on {day:yyyy-MM-dd} in {clock.Id}: the clocks are put forward to {next:HH:mm} that night. Enter {next:HH:mm} or later.");
    }

    private static string Spelled(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>An hour that comes twice is meant the first time. Source: RFC 5545, 3.3.5.</summary>
    private DateTime Earliest(DateOnly day, TimeOnly time) => Moments(day, time)[0];

    /// <summary>The moments (UTC) at which the clock shows a time: one, or two in the night when it is put back.</summary>
    private List<DateTime> Moments(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        var offsets = Clock.IsAmbiguousTime(local) ? Clock.GetAmbiguousTimeOffsets(local) : [Clock.GetUtcOffset(local)];
        return [.. offsets.OrderDescending().Select(offset => DateTime.SpecifyKind(local - offset, DateTimeKind.Utc))];
    }

    private DateTime FirstMomentOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (Clock.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(1);
        return Earliest(DateOnly.FromDateTime(midnight), TimeOnly.FromDateTime(midnight));
    }
}
