using System.Globalization;
using System.Text;
using Ccri.Domain.WorkingGroups;

namespace Ccri.Web.Features.Shared.Calendar;

/// <summary>
/// Sessions as an iCalendar file. Source: RFC 5545. Written by hand, because no library for .NET is among those this system may use; what is
/// needed of it is a page. Each line is at most 75 octets long and ends with CR LF, times are those of Brussels with the rules of its clock.
/// </summary>
public static class CalendarFile
{
    public const string MediaType = "text/calendar";

    private const int LongestLine = 75;

    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById(SessionTime.Brussels);

    /// <summary>The rules of the European Union since 1996: an hour forward on the last Sunday of March, and back on the last of October.</summary>
    private static readonly string[] Zone =
    [
        "BEGIN:VTIMEZONE", $"TZID:{SessionTime.Brussels}",
        "BEGIN:STANDARD", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD",
        "BEGIN:DAYLIGHT", "DTSTART:19970330T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT",
        "END:VTIMEZONE",
    ];

    /// <param name="name">How the calendar is called where it is shown.</param>
    public static string Of(string name, IEnumerable<CalendarEntry> entries)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//CCRI Coordination and Support Office//Working groups//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", $"NAME:{Escaped(name)}", $"X-WR-CALNAME:{Escaped(name)}",
            .. Zone, .. entries.SelectMany(Event), "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => $"{Folded(line)}\r\n"));
    }

    private static IEnumerable<string> Event(CalendarEntry entry)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{entry.Uid}";
        yield return $"DTSTAMP:{Utc(entry.ChangedAt)}";
        yield return $"LAST-MODIFIED:{Utc(entry.ChangedAt)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Sequence}");
        foreach (var line in When(entry.Time))
            yield return line;
        yield return $"SUMMARY:{Escaped(entry.Topic)}";
        if (entry.Place is { } place)
            yield return $"LOCATION:{Escaped(place)}";
        if (entry.Description is { } description)
            yield return $"DESCRIPTION:{Escaped(description)}";
        if (entry.Address is { } address)
            yield return $"URL:{address}";
        yield return "STATUS:CONFIRMED";
        yield return "END:VEVENT";
    }

    /// <summary>A day without times, or several of which only the first hour is known, is told as whole days; the end of those is the day after the last.</summary>
    private static IEnumerable<string> When(SessionTime time)
    {
        if (time.From is null || time.EndsAt is null && time.LastOn is not null)
            return [string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{time.On:yyyyMMdd}"), string.Create(CultureInfo.InvariantCulture, $"DTEND;VALUE=DATE:{time.EndsOn.AddDays(1):yyyyMMdd}")];
        return time.EndsAt is { } end ? [Moment("DTSTART", time.StartsAt), Moment("DTEND", end)] : [Moment("DTSTART", time.StartsAt)];
    }

    /// <summary>As the clock of Brussels shows it. In the hour that comes twice that means the first time (RFC 5545, 3.3.5), which not every reader of such files heeds: there, both are told in UTC.</summary>
    private static string Moment(string name, DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, Brussels);
        return Brussels.IsAmbiguousTime(local) ? $"{name}:{Utc(utc)}" : string.Create(CultureInfo.InvariantCulture, $"{name};TZID={SessionTime.Brussels}:{local:yyyyMMdd'T'HHmmss}");
    }

    private static string Utc(DateTime moment) => moment.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Text as RFC 5545, 3.3.11 wants it; control characters have no place in it.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text.ReplaceLineEndings("\n"))
            _ = c switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(c) && c != '\t' => escaped,
                _ => escaped.Append(c),
            };
        return escaped.ToString();
    }

    /// <summary>No line is longer than 75 octets: what follows stands on the next one behind a space. A character is never parted.</summary>
    private static string Folded(string line)
    {
        var (folded, length) = (new StringBuilder(line.Length + 8), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                length = 1;
            }
            folded.Append(rune.ToString());
            length += rune.Utf8SequenceLength;
        }
        return folded.ToString();
    }
}
