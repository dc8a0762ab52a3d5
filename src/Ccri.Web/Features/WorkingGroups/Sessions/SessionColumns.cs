using System.Globalization;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>The columns of the list of sessions for a spreadsheet.</summary>
public static class SessionColumns
{
    public static readonly IReadOnlyList<string> Headings =
        ["Session", "Kind", "Working group", "Sub-group", "First day", "Last day", "From", "Until", "Time zone", "Format", "Place", "Minutes", "Took part", "Expected", "Missing", "People", "Points", "Open follow-ups", "Sources"];

    public static IEnumerable<object?> Of(ListSessions.Row row) =>
    [
        row.Topic, Words.Of(row.Kind), row.Group, row.SubGroup, Day(row.Time.On), row.Time.LastOn is { } last ? Day(last) : null, Clock(row.Time.From), Clock(row.Time.Until), row.Time.Zone, row.Format is { } format ? Words.Of(format) : null,
        row.Place, Words.Of(row.State), (decimal)row.Present, (decimal)row.Expected, (decimal)row.Missing, (decimal)row.People, (decimal)row.Points, (decimal)row.OpenFollowUps, row.Source is { } source ? string.Join("; ", source.Sources) : null,
    ];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Clock(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);
}
