using System.Globalization;
using Ccri.Domain;
using Ccri.Domain.WorkingGroups;

namespace Ccri.Web;

/// <summary>The words of working groups and sessions.</summary>
public static partial class Words
{
    public static string Of(SessionKind kind) => kind switch
    {
        SessionKind.Session => "Working-group session",
        SessionKind.StudyVisit => "Study visit",
        _ => kind.ToString(),
    };

    public static string Of(SessionFormat format) => format switch { SessionFormat.OnSite => "On site", _ => format.ToString() };

    public static string Of(SessionState state) => state.ToString();

    public static string Of(Presence presence) => presence switch { Presence.Present => "Took part", _ => presence.ToString() };

    public static string Of(ItemKind kind) => kind switch { ItemKind.Tool => "Knowledge or tool", ItemKind.GoodPractice => "Good practice", _ => kind.ToString() };

    /// <summary>"Barriers", as the heading over some of them.</summary>
    public static string Several(ItemKind kind) => kind switch
    {
        ItemKind.Tool => "Knowledge and tools",
        ItemKind.GoodPractice => "Good practices",
        _ => $"{kind}s",
    };

    public static string Of(ObjectionState state) => state switch { ObjectionState.Open => "Waits for its answer", _ => state.ToString() };

    public static string Of(GroupReportSection section) => section switch
    {
        GroupReportSection.BarriersAndLevers => "Barriers and levers",
        GroupReportSection.KnowledgeAndTools => "Knowledge and tools",
        GroupReportSection.Practices => "Replicable practices",
        _ => section.ToString(),
    };

    public static string Of(KnowledgeArea area) => area switch { KnowledgeArea.SocioEconomic => "Socio-economic", _ => area.ToString() };

    /// <summary>The days: "20 Nov 2026", "8 to 9 Nov 2023", "Q2 2023".</summary>
    public static string Of(SessionTime time, DatePrecision precision) => precision != DatePrecision.Day ? Of(new PartialDate(time.On, precision))
        : time.LastOn is { } last ? Between(time.On, last) : Of(time.On);

    /// <summary>The times in its own zone: "10:00 to 11:30", "22:00 to 01:00 the next day". Where the programme's clock shows another time, that as well: "10:00 to 11:30 in Helsinki, 09:00 to 10:30 in Brussels".</summary>
    public static string? TimesOf(SessionTime time, ProgrammeCalendar calendar)
    {
        if (time.From is not { } from)
            return null;
        var own = $"{Clock(from)}{(time.Until is { } until ? $" to {Clock(until)}{(time.IsOverMidnight ? " the next day" : "")}" : "")}";
        var (starts, ends) = (calendar.Local(time.StartsAt), time.EndsAt is { } end ? calendar.Local(end) : (DateTime?)null);
        if (starts == time.On.ToDateTime(from) && (time.Until is null || ends == time.EndsOn.ToDateTime(time.Until.Value)))
            return own;
        var elsewhere = $"{(DateOnly.FromDateTime(starts) == time.On ? "" : $"{Of(DateOnly.FromDateTime(starts))}, ")}{Clock(TimeOnly.FromDateTime(starts))}{(ends is { } over ? $" to {Clock(TimeOnly.FromDateTime(over))}{(time.LastOn is null && over.Date > starts.Date && !time.IsOverMidnight ? " the next day" : "")}" : "")}";
        return $"{own} in {City(time.Zone)}, {elsewhere} in {City(calendar.Zone)}";
    }

    /// <summary>"Helsinki" of Europe/Helsinki.</summary>
    public static string City(string zone) => zone.Split('/')[^1].Replace('_', ' ');

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Between(DateOnly from, DateOnly to) => (from.Year == to.Year, from.Month == to.Month) switch
    {
        (true, true) => $"{from.Day} to {Of(to)}",
        (true, false) => $"{Of(from)[..^5]} to {Of(to)}",
        _ => $"{Of(from)} to {Of(to)}",
    };
}
