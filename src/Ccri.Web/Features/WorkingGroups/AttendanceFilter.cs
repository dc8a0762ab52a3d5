using System.Globalization;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>The filter of the attendance as its address holds it; what nobody can read is as if it were not there.</summary>
public sealed record AttendanceFilter
{
    public string? Group { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }

    public bool IsSet => !string.IsNullOrEmpty(Group) || Day(From) is not null || Day(To) is not null;

    public ListAttendance.Query ToQuery() => new(Group, Day(From), Day(To) is { } to && to < Day(From) ? null : Day(To));

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
