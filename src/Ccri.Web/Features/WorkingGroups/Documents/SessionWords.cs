using Ccri.Domain;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>How the two documents word a session.</summary>
internal static class SessionWords
{
    /// <summary>Its days, never broken over two lines within a date.</summary>
    public static string Days(SessionSheet session) => session.Precision == DatePrecision.Day && session.Time.LastOn is null ? Wording.Date(session.Time.On) : Words.Of(session.Time, session.Precision);

    /// <summary>What a reader has to know of minutes that are not final; nothing of those that are.</summary>
    public static string? Standing(SessionSheet session) => session.State switch
    {
        SessionState.Draft => "draft minutes",
        SessionState.Circulated => "minutes not final",
        _ => null,
    };

    /// <summary>"24 on site, 12 online", as counted; else how many parts took, one person each.</summary>
    public static string People(SessionSheet session) => (session.PeopleOnSite, session.PeopleOnline) switch
    {
        ({ } onSite, { } online) => $"{Wording.Number(onSite)} on site, {Wording.Number(online)} online",
        ({ } onSite, null) => $"{Wording.Number(onSite)} on site",
        (null, { } online) => $"{Wording.Number(online)} online",
        _ => session.People == 0 ? "Not counted" : $"{Wording.Count(session.People, "person", "people")}, one for each territory and organisation unless said",
    };

    /// <summary>Of a working group, its name; of an event for everybody, what kind it was.</summary>
    public static string Held(SessionSheet session) => session.Group is null ? Words.Of(session.Kind)
        : $"{session.Group}{(session.SubGroup is { } part ? $", {part}" : "")}{(session.Kind == SessionKind.Session ? "" : $", {Words.Of(session.Kind).ToLowerInvariant()}")}";
}
