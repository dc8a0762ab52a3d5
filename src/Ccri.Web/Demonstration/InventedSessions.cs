using Ccri.Domain;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Demonstration;

/// <summary>A year of sessions of the working groups with their minutes, and of events. The newest session of a group is a draft, the one before it circulated, all others final; one lies ahead.</summary>
internal sealed class InventedSessions(Invention invention, SessionCatalogue catalogue, Cast cast, IReadOnlyList<MeetingMember> members, IReadOnlyList<TalkedAbout> solutions)
{
    /// <summary>Sessions that the absent member of a group has missed, the newest included.</summary>
    private const int MissedInARow = 3;

    private DateOnly Today => invention.Today;

    public static async Task MakeAsync(Invention invention, Cast cast, CcriDbContext db, CancellationToken cancellationToken)
    {
        var groups = await db.WorkingGroups.AsNoTracking().OrderBy(g => g.Code).Select(g => new { g.Id, g.Code }).ToDictionaryAsync(g => g.Code, g => g.Id, cancellationToken);
        var subGroups = (await db.SubGroups.AsNoTracking().Include(s => s.Members).ToListAsync(cancellationToken)).GroupBy(s => s.WorkingGroupId).ToDictionary(g => g.Key, g => g.OrderBy(s => s.Name, StringComparer.Ordinal).First());
        var sessions = new InventedSessions(invention, invention.Catalogue.Sessions, cast, await MeetingMember.ReadAsync(db, cancellationToken), await TalkedAbout.ReadAsync(db, invention.All, invention.Catalogue, cancellationToken));
        foreach (var year in invention.Catalogue.Sessions.Groups.Where(year => groups.ContainsKey(year.Code)))
            sessions.Meet(year, groups[year.Code], subGroups.GetValueOrDefault(groups[year.Code]));
        var cohort = await Supported.ReadAsync(db, cancellationToken);
        foreach (var happening in invention.Catalogue.Sessions.Events)
            sessions.Happen(happening, happening.Group is { } code ? groups[code] : null, cohort);
    }

    private void Meet(GroupYear year, Guid groupId, SubGroup? subGroup)
    {
        var whole = members.Where(m => m.GroupId == groupId).ToList();
        var told = solutions.Where(s => year.Themes.Contains(s.Theme) && whole.Exists(m => m.Who.TerritoryId == s.TerritoryId)).ToList();
        foreach (var (i, idea) in year.Sessions.Index())
        {
            var chance = new Chance($"{year.Code} {idea.Topic}");
            var part = idea.SubGroup ? subGroup : null;
            var expected = part is null ? whole : [.. whole.Where(m => part.Members.Any(p => p.MembershipId == m.MembershipId))];
            var on = Weekday(Today.AddDays(-idea.DaysAgo));
            var session = Begin(SessionKind.Session, groupId, part?.Id, idea.Topic, Times(on, null, idea.Zone, chance), Invention.Afternoon(on));
            session.Meet(idea.Format, Invention.Say(idea.Place ?? "a video call"));
            session.Tell(null, Invention.Say(chance.Of(catalogue.Summaries)), null);
            session.Attend([.. expected.Where(m => Came(m, i >= year.Sessions.Count - MissedInARow, year.Absent, chance)).Select(m => m.Who)], [.. expected.Select(m => m.Who)], Invention.Afternoon(on));
            session.Count(null, null, chance.In(60) ? 0.1m * chance.From(34, 49) : null);
            Keep(session);
            foreach (var item in idea.Items)
                Note(session, item, told, chance);
            Agree(session, chance, isLast: i >= year.Sessions.Count - MissedInARow);
            Write(session, isNewest: i == year.Sessions.Count - 1, isCirculated: i == year.Sessions.Count - 2, hasOpenObjection: year.Report?.Count > 2);
        }
        if (year.Report is { } texts)
            Report(year, groupId, texts);
        var next = Begin(SessionKind.Session, groupId, null, year.Ahead.Topic, Times(Weekday(Today.AddDays(year.Ahead.InDays)), null, SessionTime.Brussels, new Chance(year.Ahead.Topic)), invention.Written);
        next.Meet(year.Ahead.Format, Invention.Say(year.Ahead.Place ?? "a video call"));
        next.Attend([.. whole.Select(m => m.Who)], [], invention.Written);
        Keep(next);
    }

    private void Happen(EventIdea idea, Guid? groupId, IReadOnlyList<Supported> cohort)
    {
        var chance = new Chance(idea.Topic);
        var on = idea.OverClockChange ? ClocksChanged().AddDays(-1) : Weekday(Today.AddDays(-idea.DaysAgo));
        var last = idea.OverClockChange ? on.AddDays(1) : idea.Days > 1 ? on.AddDays(idea.Days - 1) : (DateOnly?)null;
        var logged = on < Today ? Invention.Afternoon(last ?? on) : invention.Written;
        var session = Begin(idea.Kind, groupId, null, idea.Topic, Times(on, last, SessionTime.Brussels, chance), logged);
        session.Meet(idea.Format, Invention.Say(idea.Place ?? "a video call"));
        session.Tell(null, on < Today ? Invention.Say(chance.Of(catalogue.Summaries)) : null, null);
        session.Attend([.. cohort.Where(t => new Chance($"{idea.Topic} {t.Slug}").In(idea.Percent)).Select(t => new Attendance(members.FirstOrDefault(m => m.GroupId == groupId && m.Who.TerritoryId == t.Id)?.Who.Category, t.Id, null))],
            [], logged);
        session.Host([.. idea.Guests.Select(g => new GuestAnswer(Invention.Say(g.Organisation), g.Country, g.People))]);
        session.Count(idea.OnSite, idea.Online, idea.Satisfaction);
        Keep(session);
        foreach (var guest in session.Guests)
            invention.Add(guest);
        if (on < Today)
            Write(session, isNewest: false, isCirculated: false, hasOpenObjection: false);
    }

    private Session Begin(SessionKind kind, Guid? groupId, Guid? subGroupId, string topic, SessionTime time, DateTime logged)
    {
        var session = invention.Mark(invention.Add(new Session(kind, groupId, subGroupId, Invention.Say(topic), time, logged)), null);
        session.LoggedBy(groupId is null ? cast.Officer.Id : cast.Lead.Id);
        return session;
    }

    private void Keep(Session session)
    {
        foreach (var attendee in session.Attendees)
            invention.Add(attendee);
    }

    private static bool Came(MeetingMember member, bool isOneOfTheLast, string absent, Chance chance) => chance.In(84) && !(isOneOfTheLast && member.Slug == absent);

    private void Note(Session session, ItemIdea idea, IReadOnlyList<TalkedAbout> told, Chance chance)
    {
        var item = invention.Add(session.Note(idea.Kind, Invention.Say(idea.Text)));
        item.Say(idea.Kind, item.Text, idea.Dimension);
        var about = told.Where(_ => chance.In(idea.Kind == ItemKind.GoodPractice ? 60 : 25)).Take(2).ToList();
        Concern(item, about);
    }

    private void Concern(SessionItem item, IReadOnlyList<TalkedAbout> about)
    {
        item.Concern([.. about.Select(s => s.TerritoryId).Distinct()], [.. about.Select(s => s.Id)]);
        foreach (var territory in item.Territories)
            invention.Add(territory);
        foreach (var solution in item.Solutions)
            invention.Add(solution);
    }

    /// <summary>Decisions and follow-ups; of old sessions most are done.</summary>
    private void Agree(Session session, Chance chance, bool isLast)
    {
        if (chance.In(75))
            invention.Add(session.Note(ItemKind.Decision, Invention.Say(chance.Of(catalogue.Decisions))));
        var there = session.Attendees.Where(a => a is { Presence: Presence.Present, TerritoryId: not null }).Select(a => a.TerritoryId!.Value).ToList();
        for (var (i, count) = (0, chance.From(1, 2)); i < count; i++)
        {
            var item = invention.Add(session.Note(ItemKind.Action, Invention.Say(chance.Of(catalogue.Actions))));
            var owner = there.Count > 0 && chance.In(60) ? chance.Of(there) : (Guid?)null;
            var due = session.On.AddDays(chance.From(20, 60));
            item.Owe(owner is null ? cast.Lead.Id : null, owner, due, session.On);
            if (owner is { } territory)
            {
                item.Concern([territory], []);
                invention.Add(item.Territories[0]);
            }
            if (due < Today && chance.In(isLast ? 45 : 93))
                item.Finish(Invention.Afternoon(Earlier(due.AddDays(chance.From(-12, 9)), Today.AddDays(-1))));
        }
    }

    private void Write(Session session, bool isNewest, bool isCirculated, bool hasOpenObjection)
    {
        var (circulated, final) = ((session.LastOn ?? session.On).AddDays(3), (session.LastOn ?? session.On).AddDays(17));
        if (isNewest || circulated >= Today)
            return;
        session.Circulate(session.LoggedById, Invention.Afternoon(circulated));
        if (isCirculated)
            Object(session, circulated.AddDays(2), hasOpenObjection);
        else if (final < Today)
            session.Finalise(session.LoggedById, Invention.Afternoon(final));
        foreach (var step in session.Steps)
            invention.Add(step);
    }

    private void Object(Session session, DateOnly on, bool isOpen)
    {
        if (session.Attendees.FirstOrDefault(a => a is { Presence: Presence.Present, TerritoryId: not null }) is not { } attendee)
            return;
        var objection = invention.Add(session.Object(attendee, Invention.Say(isOpen ? catalogue.Objection : catalogue.AnsweredObjection), cast.Officer.Id, Invention.Afternoon(on)));
        if (!isOpen)
            objection.Close(accepted: true, Invention.Say(catalogue.Answer), cast.Lead.Id, Invention.Afternoon(on.AddDays(1)));
    }

    private void Report(GroupYear year, Guid groupId, IReadOnlyDictionary<GroupReportSection, string> texts)
    {
        foreach (var (section, text) in texts.OrderBy(t => t.Key))
            invention.Add(new GroupReportText(groupId, section)).Write(Invention.Say(text), cast.Lead.Id, Invention.Afternoon(Today.AddDays(-20)));
        var first = invention.All.OfType<Session>().Where(s => s.WorkingGroupId == groupId).SelectMany(s => s.Items).FirstOrDefault(i => i.Kind == ItemKind.Lever);
        if (year.Report?.Count > 2)
            first?.LeaveOut(Invention.Say(catalogue.LeftOut), cast.Lead.Id, Invention.Afternoon(Today.AddDays(-20)));
    }

    /// <summary>A morning; of more than one day, from the first noon to the last.</summary>
    private static SessionTime Times(DateOnly on, DateOnly? last, string zone, Chance chance)
    {
        var from = new TimeOnly(last is null ? chance.From(9, 11) : 13, 30 * chance.Below(2));
        return new SessionTime(on, last, from, last is null ? from.AddMinutes(30 * chance.From(2, 4)) : new TimeOnly(12, 0), zone);
    }

    private static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(-1), DayOfWeek.Sunday => day.AddDays(-2), _ => day };

    /// <summary>The last Sunday of March or of October that lies three weeks behind or more.</summary>
    private DateOnly ClocksChanged()
    {
        var day = Today.AddDays(-21);
        while (day.DayOfWeek != DayOfWeek.Sunday || day.Month is not (3 or 10) || day.AddDays(7).Month == day.Month)
            day = day.AddDays(-1);
        return day;
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
