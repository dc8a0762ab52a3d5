using Ccri.Web.Features.WorkingGroups.Sessions;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>The facts of a session as they travel inside its documents. No identifiers, and nothing that only some readers see: the same facts in two databases are the same facts.</summary>
public static class MinutesFacts
{
    /// <param name="notice">Said in the head of each page, when there is one.</param>
    public static object Of(SessionSheet session, IReadOnlyList<Correction> corrections, string? notice) => new
    {
        Schema = "ccri/minutes/1",
        Notice = notice,
        Session = Of(session),
        Attendees = session.Attendees.Select(a => new { a.Name, a.IsTerritory, a.Category, a.Presence }),
        session.Guests,
        session.Names,
        session.PeopleOnSite,
        session.PeopleOnline,
        session.Satisfaction,
        session.Agenda,
        session.Summary,
        Items = session.Items.Select(Of),
        Steps = session.Steps.Select(s => new { s.From, s.To, s.Reason, s.At }),
        Corrections = corrections,
    };

    internal static object Of(SessionSheet session) => new
    {
        session.Kind, session.GroupCode, session.Group, session.SubGroup, session.Topic, session.Time.On, session.Time.LastOn, session.Time.From, session.Time.Until, session.Time.Zone,
        session.Precision, session.Format, session.Place, session.State, session.ChangedAt,
    };

    internal static object Of(SheetItem item) => new
    {
        item.Number, item.Kind, item.Text, item.Dimension, item.Owner, item.Due, item.DoneAt, item.LeftOutReason,
        Territories = item.Territories.Select(t => t.Name), Solutions = item.Solutions.Select(s => s.Title),
    };
}
