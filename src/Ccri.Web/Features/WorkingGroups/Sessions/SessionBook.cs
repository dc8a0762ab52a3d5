using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>What logging a session and putting one right have in common: whose it was, who took part, what was said and who is to do what.</summary>
public sealed class SessionBook(CcriDbContext db, GroupAccess groups, ProgrammeCalendar calendar, TimeProvider clock)
{
    /// <summary>A group and perhaps one of its sub-groups; both empty for everybody.</summary>
    public sealed record Place(Guid? GroupId, Guid? SubGroupId);

    /// <summary>A session with all that belongs to it, for somebody who writes there.</summary>
    /// <exception cref="NotFoundException">When there is none, or it is not the user's to read.</exception>
    /// <exception cref="NotAllowedException">When the user only reads it.</exception>
    public async Task<Session> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var session = await groups.Visible(db.Sessions.Where(s => s.Id == id)).Include(s => s.Attendees).Include(s => s.Guests).Include(s => s.Objections).Include(s => s.Steps)
            .Include(s => s.Items).ThenInclude(i => i.Territories).Include(s => s.Items).ThenInclude(i => i.Solutions).AsSplitQuery().SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Session", id);
        groups.RequireWrite(session.WorkingGroupId, session.SubGroupId);
        return session;
    }

    /// <summary>The group of the form, in which the user must write.</summary>
    public async Task<Place> PlaceAsync(SessionFields fields, CancellationToken cancellationToken)
    {
        var place = await PlaceAsync(fields.Group, cancellationToken) ?? throw Refusal.At(nameof(fields.Group), "There is no such working group. Choose one of the list.");
        groups.RequireWrite(place.GroupId, place.SubGroupId);
        return place;
    }

    /// <summary>Who belonged to it on that day; of a session that is edited also who is down as a member and has left since.</summary>
    public async Task<IReadOnlyList<Attendance>> MembersAsync(string? group, DateOnly on, Guid? sessionId, CancellationToken cancellationToken) =>
        await PlaceAsync(group, cancellationToken) is { } place ? await MembersAsync(place, on, sessionId, cancellationToken) : [];

    /// <summary>Who may be given something to do: whoever works for the office or leads a group, and can sign in.</summary>
    public IQueryable<Person> Owners()
    {
        var today = calendar.Today;
        return db.Persons.Where(p => p.DisabledAt == null && p.Roles.Any(r => (r.To == null || r.To >= today) && (r.Role == Role.Officer || r.Role == Role.Lead || r.Role == Role.Coordinator)));
    }

    /// <summary>Everything of the form. Each refusal stands at the field that it is about.</summary>
    public async Task FillAsync(Session session, SessionFields fields, Place place, CancellationToken cancellationToken)
    {
        Refusal.Try(nameof(fields.Group), () => session.Name(fields.Kind ?? SessionKind.Session, place.GroupId, place.SubGroupId, fields.Topic!));
        Refusal.Try(nameof(fields.On), () => session.Hold(fields.Time, session.On == fields.On ? session.Precision : DatePrecision.Day));
        session.Meet(fields.Format, fields.Place);
        session.Tell(fields.Agenda, fields.Summary, fields.Names);
        Refusal.Try(nameof(fields.PeopleOnSite), () => session.Count(fields.PeopleOnSite, fields.PeopleOnline, fields.Satisfaction));
        await AttendAsync(session, fields, place, cancellationToken);
        await HostAsync(session, fields, cancellationToken);
        await NoteAsync(session, fields, cancellationToken);
        await OweAsync(session, fields, cancellationToken);
    }

    private async Task<Place?> PlaceAsync(string? group, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(group))
            return new Place(null, null);
        if (GroupKey.Read(group) is not { } key || await db.WorkingGroups.Where(g => g.Code == key.Code).Select(g => (Guid?)g.Id).SingleOrDefaultAsync(cancellationToken) is not { } groupId)
            return null;
        return key.SubGroupId is null || await db.SubGroups.AnyAsync(s => s.Id == key.SubGroupId && s.WorkingGroupId == groupId, cancellationToken) ? new Place(groupId, key.SubGroupId) : null;
    }

    private async Task<IReadOnlyList<Attendance>> MembersAsync(Place place, DateOnly on, Guid? sessionId, CancellationToken cancellationToken)
    {
        if (place.GroupId is not { } groupId)
            return [];
        var rows = db.GroupMemberships.HeldOn(on).Where(m => m.WorkingGroupId == groupId);
        if (place.SubGroupId is { } part)
            rows = rows.Where(m => db.SubGroupMembers.Any(s => s.SubGroupId == part && s.MembershipId == m.Id));
        var members = await rows.OrderBy(m => m.Id).Select(m => new { m.Category, m.TerritoryId, m.OrganisationId }).ToListAsync(cancellationToken);
        var down = await db.Attendees.Where(a => a.SessionId == sessionId && a.Category != null && db.Sessions.Any(s => s.Id == sessionId && s.WorkingGroupId == groupId && s.SubGroupId == place.SubGroupId && s.On == on))
            .OrderBy(a => a.Id).Select(a => new { a.Category, a.TerritoryId, a.OrganisationId }).ToListAsync(cancellationToken);
        return [.. members.Select(m => new Attendance(m.Category, m.TerritoryId, m.OrganisationId)).Concat(down.Select(a => new Attendance(a.Category, a.TerritoryId, a.OrganisationId))).DistinctBy(a => a.Key)];
    }

    private async Task AttendAsync(Session session, SessionFields fields, Place place, CancellationToken cancellationToken)
    {
        Guid? known = db.Entry(session).State == EntityState.Detached ? null : session.Id;
        var members = await MembersAsync(place, fields.On!.Value, known, cancellationToken);
        await RequireShownAsync(fields, members, known, cancellationToken);
        var others = fields.Present.Distinct().Where(id => members.All(m => m.Key != id)).ToList();
        var territories = await db.Territories.Where(t => others.Contains(t.Id)).Select(t => t.Id).ToListAsync(cancellationToken);
        var organisations = await db.Organisations.Where(o => others.Contains(o.Id)).Select(o => o.Id).ToListAsync(cancellationToken);
        if (territories.Count + organisations.Count < others.Count)
            throw Refusal.At(nameof(fields.Present), "Somebody that you ticked is not in the register any more. Tick again who took part.");
        session.Attend([.. members.Where(m => fields.Present.Contains(m.Key)), .. territories.Select(id => new Attendance(null, id, null)), .. organisations.Select(id => new Attendance(null, null, id))],
            session.Kind == SessionKind.Session ? members : [], clock.GetUtcNow().UtcDateTime); // nobody is missed at an event
    }

    /// <summary>Ticks that were set among the members of another group, or of another day, say nothing of who was missing.</summary>
    private async Task RequireShownAsync(SessionFields fields, IReadOnlyList<Attendance> members, Guid? sessionId, CancellationToken cancellationToken)
    {
        if (fields.ShowsItsMembers)
            return;
        var were = fields.Shown.On is { } day ? await MembersAsync(fields.Shown.Group, day, sessionId, cancellationToken) : [];
        if (!were.Select(m => m.Key).ToHashSet().SetEquals(members.Select(m => m.Key)))
            throw Refusal.At(nameof(fields.Present), "You chose another group or day after its members were shown. They are shown now: check who took part, then save again.");
    }

    private async Task HostAsync(Session session, SessionFields fields, CancellationToken cancellationToken)
    {
        var typed = fields.Guests.Where(g => !g.IsEmpty).Select(g => new GuestAnswer(g.Organisation!.Trim(), string.IsNullOrWhiteSpace(g.Country) ? null : g.Country.Trim().ToUpperInvariant(), g.People ?? 1)).ToList();
        var codes = typed.Select(g => g.CountryCode).OfType<string>().Distinct().ToList();
        if (await db.Countries.CountAsync(c => codes.Contains(c.Code), cancellationToken) < codes.Count)
            throw Refusal.At(nameof(fields.Guests), "There is no such country. Choose one of the list.");
        if (!session.Guests.OrderBy(g => g.Number).Select(g => new GuestAnswer(g.Organisation, g.CountryCode, g.People)).SequenceEqual(typed))
            Refusal.Try(nameof(fields.Guests), () => session.Host(typed));
    }

    /// <summary>A point whose text was emptied goes; one that the form did not show stays as it is.</summary>
    private async Task NoteAsync(Session session, SessionFields fields, CancellationToken cancellationToken)
    {
        var (territories, solutions) = (fields.Items.SelectMany(i => i.Territories).Distinct().ToList(), fields.Items.SelectMany(i => i.Solutions).Distinct().ToList());
        if (await db.Territories.CountAsync(t => territories.Contains(t.Id), cancellationToken) < territories.Count || await db.Solutions.CountAsync(s => solutions.Contains(s.Id), cancellationToken) < solutions.Count)
            throw Refusal.At(nameof(fields.Items), "A territory or a solution that you ticked is no longer there. Tick again what the points are about.");
        foreach (var (index, typed) in fields.Items.Index())
        {
            var item = Known(session, typed.Id, isAction: false);
            if (typed.IsEmpty)
            {
                if (item is not null)
                    session.Strike(item);
                continue;
            }
            Refusal.Try($"{nameof(fields.Items)}[{index}].{nameof(typed.Text)}", () => (item ??= session.Note(typed.Kind!.Value, typed.Text!)).Say(typed.Kind!.Value, typed.Text!, typed.Dimension));
            item!.Concern(typed.Territories, typed.Solutions);
        }
    }

    private async Task OweAsync(Session session, SessionFields fields, CancellationToken cancellationToken)
    {
        var owners = fields.FollowUps.Where(f => !f.IsEmpty).Select(f => OwnerKey.Read(f.Owner)).OfType<OwnerKey>().ToList();
        var (people, places) = (owners.Select(o => o.PersonId).OfType<Guid>().Distinct().ToList(), owners.Select(o => o.TerritoryId).OfType<Guid>().Distinct().ToList());
        var free = await Owners().Where(p => people.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken);
        var there = await db.Territories.Where(t => places.Contains(t.Id)).Select(t => t.Id).ToListAsync(cancellationToken);
        foreach (var (index, typed) in fields.FollowUps.Index())
        {
            var (item, field) = (Known(session, typed.Id, isAction: true), $"{nameof(fields.FollowUps)}[{index}]");
            if (typed.IsEmpty)
            {
                if (item is not null)
                    session.Strike(item);
                continue;
            }
            var owner = OwnerKey.Read(typed.Owner)!;
            if (owner.PersonId is { } person && person != item?.OwnerId && !free.Contains(person) || owner.TerritoryId is { } territory && !there.Contains(territory))
                throw Refusal.At($"{field}.{nameof(typed.Owner)}", "This person or territory cannot be given a follow-up. Choose somebody of the list.");
            Refusal.Try($"{field}.{nameof(typed.What)}", () => (item ??= session.Note(ItemKind.Action, typed.What!)).Say(ItemKind.Action, typed.What!, item.Dimension));
            Refusal.Try($"{field}.{nameof(typed.Due)}", () => item!.Owe(owner.PersonId, owner.TerritoryId, typed.Due!.Value, session.On));
        }
    }

    private static SessionItem? Known(Session session, Guid? id, bool isAction) => id is null ? null : session.Items.FirstOrDefault(i => i.Id == id && i.Kind == ItemKind.Action == isAction);
}
