using System.Globalization;
using Ccri.Domain;
using Ccri.Domain.WorkingGroups;
using static Ccri.Web.Features.Programme.Loading.Column;

namespace Ccri.Web.Features.Programme.Loading;

/// <summary>The file of the events of the initiative that are published: sessions of no group, with minutes to which nobody objects any more.</summary>
internal static class EventFile
{
    public static RegisterFile<Session> Events() => new("events", ["key"], [Key("key"), .. RegisterFiles.Provenance, Text("second_source_url"), Text("notes")],
    [
        Field<Session>.OneOf<SessionKind>(OneOf<SessionKind>("kind").Required, s => s.Kind, (s, v) => s.Name(v!.Value, s.WorkingGroupId, s.SubGroupId, s.Topic)),
        new(Text("topic", Session.LongestTopic).Required, s => s.Topic, (s, v) => s.Name(s.Kind, s.WorkingGroupId, s.SubGroupId, v!)),
        new(PartialDay("on").Required, s => Spelled(new PartialDate(s.On, s.Precision)), (s, v) => s.Hold(s.Time with { On = PartialDayOf(v!)!.Value.First }, PartialDayOf(v!)!.Value.Precision)),
        Field<Session>.Day(Day("last_on"), s => s.LastOn, (s, v) => s.Hold(s.Time with { LastOn = v }, s.Precision)),
        Field<Session>.OneOf<SessionFormat>(OneOf<SessionFormat>("format"), s => s.Format, (s, v) => s.Meet(v, s.Place)),
        new(Text("place", Session.LongestPlace), s => s.Place, (s, v) => s.Meet(s.Format, v)),
        Field<Session>.Whole(Whole("people_on_site", 0, Session.MostPeople), s => s.PeopleOnSite, (s, v) => s.Count(v, s.PeopleOnline, s.Satisfaction)),
        Field<Session>.Whole(Whole("people_online", 0, Session.MostPeople), s => s.PeopleOnline, (s, v) => s.Count(s.PeopleOnSite, v, s.Satisfaction)),
        new(Text("summary", Session.LongestText), s => s.Summary, (s, v) => s.Tell(s.Agenda, v, s.Names)),
    ], (row, _) => Born(row));

    private static Session Born(CsvRow row)
    {
        var on = PartialDayOf(row["on"])!.Value;
        var logged = on.Last.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc); // nobody wrote it down here: as if it had been done when it was over
        var session = new Session(Member<SessionKind>(row["kind"]), null, null, row["topic"], new SessionTime(on.First, null, null, null, SessionTime.Brussels), logged);
        session.Hold(session.Time, on.Precision);
        session.BeHistory();
        return session;
    }

    /// <summary>As the file spells it.</summary>
    private static string Spelled(PartialDate date) => date.Precision switch
    {
        DatePrecision.Year => date.Day.ToString("yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Quarter => FormattableString.Invariant($"{date.Day:yyyy}-Q{(date.Day.Month + 2) / 3}"),
        DatePrecision.Month => date.Day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
