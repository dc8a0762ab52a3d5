using System.Text;
using System.Text.Json;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.Shared.Calendar;
using Ccri.Web.Tests.Rendering;

namespace Ccri.Web.Tests.WorkingGroups;

/// <summary>Calendar files, read back by ical.js (npm ci in tests/Ccri.Browser.Tests).</summary>
public sealed class CalendarFileTests
{
    internal sealed record Read(string Uid, string Summary, string? Location, string? Description, int Sequence, string? Url, string Status, bool IsDate, string Start, string? End, double Minutes);

    private static readonly DateTime Logged = new(2026, 1, 5, 9, 30, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-03-29", "01:30", "03:30", "Europe/Brussels", "2026-03-29T00:30:00.000Z", "2026-03-29T01:30:00.000Z")] // the clock skips an hour
    [InlineData("2026-10-25", "02:15", "02:45", "Europe/Brussels", "2026-10-25T00:15:00.000Z", "2026-10-25T00:45:00.000Z")] // an hour that comes twice is meant the first time
    [InlineData("2026-10-25", "01:30", "03:30", "Europe/Brussels", "2026-10-24T23:30:00.000Z", "2026-10-25T02:30:00.000Z")] // three hours
    [InlineData("2026-10-25", "14:15", "14:45", "Pacific/Auckland", "2026-10-25T01:15:00.000Z", "2026-10-25T01:45:00.000Z")] // in Brussels the second time
    [InlineData("2026-10-25", "03:30", "04:30", "Europe/Helsinki", "2026-10-25T00:30:00.000Z", "2026-10-25T02:30:00.000Z")]
    [InlineData("2026-11-20", "22:00", "01:00", "Europe/Brussels", "2026-11-20T21:00:00.000Z", "2026-11-21T00:00:00.000Z")] // over midnight
    [InlineData("2026-06-09", "10:00", "11:30", "Europe/Helsinki", "2026-06-09T07:00:00.000Z", "2026-06-09T08:30:00.000Z")]
    [InlineData("2026-01-15", "09:00", "10:00", "Pacific/Auckland", "2026-01-14T20:00:00.000Z", "2026-01-14T21:00:00.000Z")] // in Brussels the day before
    [InlineData("2022-07-01", "09:00", "17:00", "Europe/Brussels", "2022-07-01T07:00:00.000Z", "2022-07-01T15:00:00.000Z")]
    public async Task A_session_begins_and_ends_at_its_very_moments(string on, string from, string until, string zone, string starts, string ends)
    {
        var time = new SessionTime(Day(on), null, TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), zone);
        time.Objection().ShouldBeNull();

        var read = (await ReadAsync(CalendarFile.Of("Group", [Entry("Topic", time)]))).ShouldHaveSingleItem();

        (read.Start, read.End, read.IsDate).ShouldBe((starts, ends, false));
    }

    [Fact]
    public async Task The_night_in_which_the_clock_is_put_forward_is_an_hour_shorter() =>
        (await ReadAsync(CalendarFile.Of("Group", [Entry("Topic", new(new(2026, 3, 29), null, new(1, 30), new(3, 30), SessionTime.Brussels))]))).Single().Minutes.ShouldBe(60);

    [Fact]
    public async Task Whole_days_end_on_the_day_after_the_last_whatever_the_zone()
    {
        var read = await ReadAsync(CalendarFile.Of("Group",
        [
            Entry("A day", new(new(2026, 3, 29), null, null, null, SessionTime.Brussels)),
            Entry("Two days", new(new(2023, 11, 8), new(2023, 11, 9), null, null, "Europe/Helsinki")),
            Entry("Two days from ten", new(new(2023, 11, 8), new(2023, 11, 9), new(10, 0), null, SessionTime.Brussels)),
            Entry("From ten", new(new(2026, 12, 31), null, new(10, 0), null, SessionTime.Brussels)),
        ]));

        read.Select(r => (r.IsDate, r.Start, r.End)).ShouldBe([(true, "2026-03-29", "2026-03-30"), (true, "2023-11-08", "2023-11-10"), (true, "2023-11-08", "2023-11-10"), (false, "2026-12-31T09:00:00.000Z", null)]);
    }

    [Fact]
    public async Task Long_topics_of_every_script_with_commas_semicolons_and_lines_come_out_as_they_went_in_and_no_line_is_too_long()
    {
        var greek = string.Concat(Enumerable.Repeat("Δυτική Μακεδονία, επαναχρησιμοποίηση; \\ ", 10))[..300];
        string[] topics = [greek, "Łódź; odpady, i ponowne użycie\\n", "Пловдив: строителни отпадъци", "🏗️🏗️🏗️ reuse 👩‍🔧 of buildings 🏗🏗", new string('x', 300)];
        var entries = topics.Select(topic => Entry(topic, new(new(2026, 6, 9), null, new(10, 0), new(11, 0), SessionTime.Brussels)) with
        {
            Place = "Πλατεία 1, Κοζάνη; https://meet.example.org/a,b", Description = $"{topic}\r\nSecond line\n\nhttps://example.org/x", Address = "https://example.org/working-groups/sessions/0",
        }).ToList();
        var file = CalendarFile.Of("Ομάδα, κυκλική; οικονομία", entries);

        var read = await ReadAsync(file);

        read.Select(r => r.Summary).ShouldBe(topics);
        read.Select(r => r.Description).ShouldBe(topics.Select(t => $"{t}\nSecond line\n\nhttps://example.org/x"));
        read.ShouldAllBe(r => r.Location == "Πλατεία 1, Κοζάνη; https://meet.example.org/a,b" && r.Url == "https://example.org/working-groups/sessions/0" && r.Status == "CONFIRMED");
        var lines = file.Split("\r\n");
        lines[^1].ShouldBeEmpty("the last line ends, too");
        lines.ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n') && !line.Contains('\r') && !line.Contains('\ufffd'));
        lines.ShouldContain(line => Encoding.UTF8.GetByteCount(line) == 75, "lines are folded as late as they may be");
    }

    [Fact]
    public async Task An_entry_keeps_its_name_over_changes_and_its_number_grows()
    {
        var entry = Entry("Topic", new(new(2026, 6, 9), null, null, null, SessionTime.Brussels));
        var (before, after) = ((await ReadAsync(CalendarFile.Of("G", [entry]))).Single(), (await ReadAsync(CalendarFile.Of("G", [entry with { ChangedAt = Logged.AddMinutes(2) }]))).Single());

        (before.Uid, before.Sequence, after.Sequence).ShouldBe((after.Uid, 0, 120));
        CalendarFile.Of("G", [entry]).ShouldBe(CalendarFile.Of("G", [entry]));
        CalendarFile.Of("G", [entry with { ChangedAt = Logged.AddMinutes(2) }]).ShouldContain("DTSTAMP:20260105T093200Z\r\n");
        (await ReadAsync(CalendarFile.Of("An empty one", []))).ShouldBeEmpty();
    }

    internal static async Task<IReadOnlyList<Read>> ReadAsync(string file)
    {
        var folder = Path.Combine(Tools.Root, "tests", "Ccri.Browser.Tests");
        var (code, output) = await Tools.RunInAsync(folder, new Dictionary<string, string> { ["TZ"] = "Asia/Tokyo" }, file, "node", Path.Combine(folder, "read-calendar.mjs"));
        code.ShouldBe(0, "run npm ci in tests/Ccri.Browser.Tests");
        using var read = JsonDocument.Parse(output);
        return read.RootElement.GetProperty("events").Deserialize<List<Read>>(JsonSerializerOptions.Web)!;
    }

    private static CalendarEntry Entry(string topic, SessionTime time) => new(Guid.CreateVersion7(), topic, time, Logged, Logged);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
