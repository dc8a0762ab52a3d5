using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>Sessions with the names of everything they refer to, in the same number of questions for one and for hundreds.</summary>
public sealed class SessionReader(CcriDbContext db, GroupAccess groups, Access access)
{
    /// <summary>One that the user may read.</summary>
    /// <exception cref="NotFoundException">When there is none, or it is not the user's to read.</exception>
    public async Task<SessionSheet> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await ReadAsync(groups.Visible(db.Sessions.Where(s => s.Id == id)), cancellationToken)).SingleOrDefault() ?? throw new NotFoundException("Session", id);

    /// <summary>In the order in which they took place. Who may read them is up to the caller: begin with <see cref="GroupAccess.Visible"/>.</summary>
    public async Task<IReadOnlyList<SessionSheet>> ReadAsync(IQueryable<Session> sessions, CancellationToken cancellationToken)
    {
        var rows = await sessions.AsNoTracking().AsSplitQuery()
            .Include(s => s.Attendees).Include(s => s.Guests).Include(s => s.Objections).Include(s => s.Steps)
            .Include(s => s.Items).ThenInclude(i => i.Territories).Include(s => s.Items).ThenInclude(i => i.Solutions)
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        var names = await NamesAsync(rows, cancellationToken);
        return [.. rows.Select(session => Of(session, names))];
    }

    private async Task<Names> NamesAsync(IReadOnlyList<Session> rows, CancellationToken cancellationToken)
    {
        var items = rows.SelectMany(s => s.Items).ToList();
        var territories = rows.SelectMany(s => s.Attendees).Select(a => a.TerritoryId).Concat(items.SelectMany(i => i.Territories).Select(t => (Guid?)t.TerritoryId))
            .Concat(items.Select(i => i.OwnerTerritoryId)).Concat(rows.SelectMany(s => s.Objections).Select(o => o.TerritoryId)).OfType<Guid>().Distinct().ToList();
        var organisations = rows.SelectMany(s => s.Attendees).Select(a => a.OrganisationId).Concat(rows.SelectMany(s => s.Objections).Select(o => o.OrganisationId)).OfType<Guid>().Distinct().ToList();
        var solutions = items.SelectMany(i => i.Solutions).Select(s => s.SolutionId).Distinct().ToList();
        var persons = items.Select(i => i.OwnerId).Concat(rows.SelectMany(s => s.Steps).Select(s => s.PersonId)).Concat(rows.SelectMany(s => s.Objections).SelectMany(o => new[] { o.RaisedById, o.AnsweredById })).OfType<Guid>().Distinct().ToList();
        var (inGroups, inSubGroups) = (rows.Select(s => s.WorkingGroupId).OfType<Guid>().Distinct().ToList(), rows.Select(s => s.SubGroupId).OfType<Guid>().Distinct().ToList());
        var countries = rows.SelectMany(s => s.Guests).Select(g => g.CountryCode).OfType<string>().Distinct().ToList();
        return new Names(
            await db.WorkingGroups.Where(g => inGroups.Contains(g.Id)).Select(g => new { g.Id, g.Code, g.Name }).ToDictionaryAsync(g => g.Id, g => (g.Code, g.Name), cancellationToken),
            await db.SubGroups.Where(g => inSubGroups.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken),
            await db.Territories.Where(t => territories.Contains(t.Id)).Select(t => new { t.Id, t.Name, t.Slug }).ToDictionaryAsync(t => t.Id, t => (t.Name, t.Slug), cancellationToken),
            await access.Visible(db.Territories).Where(t => territories.Contains(t.Id)).Select(t => t.Id).ToHashSetAsync(cancellationToken),
            await db.Organisations.Where(o => organisations.Contains(o.Id)).Select(o => new { o.Id, Name = o.Acronym ?? o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken),
            await db.Solutions.Where(s => solutions.Contains(s.Id)).Select(s => new { s.Id, s.Title, s.Code }).ToDictionaryAsync(s => s.Id, s => (s.Title, s.Code), cancellationToken),
            await access.Visible(db.Solutions).Where(s => solutions.Contains(s.Id)).Select(s => s.Id).ToHashSetAsync(cancellationToken),
            await db.Persons.Where(p => persons.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken),
            await db.Countries.Where(c => countries.Contains(c.Code)).Select(c => new { c.Code, c.Name }).ToDictionaryAsync(c => c.Code, c => c.Name, cancellationToken));
    }

    private static SessionSheet Of(Session session, Names names) => new()
    {
        Id = session.Id, Version = session.Version, Kind = session.Kind, Topic = session.Topic, Time = session.Time, Precision = session.Precision, StartsAt = session.StartsAt,
        GroupId = session.WorkingGroupId, GroupCode = session.WorkingGroupId is { } id ? names.Groups[id].Code : null, Group = session.WorkingGroupId is { } of ? names.Groups[of].Name : null,
        SubGroupId = session.SubGroupId, SubGroup = session.SubGroupId is { } part ? names.SubGroups[part] : null,
        Format = session.Format, Place = session.Place, Agenda = session.Agenda, Summary = session.Summary, Names = session.Names,
        PeopleOnSite = session.PeopleOnSite, PeopleOnline = session.PeopleOnline, People = session.People, Satisfaction = session.Satisfaction,
        State = session.State, LoggedById = session.LoggedById, LoggedAt = session.LoggedAt, FreeUntil = session.FreeUntil, ChangedAt = session.ChangedAt,
        Attendees = [.. session.Attendees.Select(names.Of).OrderBy(a => a.Category is null).ThenBy(a => a.Category).ThenBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Key)],
        Guests = [.. session.Guests.OrderBy(g => g.Number).Select(g => new SheetGuest(g.Organisation, g.CountryCode, g.CountryCode is { } code ? names.Countries.GetValueOrDefault(code, code) : null, g.People))],
        Items = [.. session.Items.OrderBy(i => i.Number).Select(names.Of)],
        Objections = [.. session.Objections.OrderBy(o => o.Number).Select(names.Of)],
        Steps = [.. session.Steps.OrderBy(s => s.Number).Select(s => new SheetStep(s.Number, s.From, s.To, s.Reason, names.Person(s.PersonId), s.At))],
    };

    private sealed record Names(Dictionary<Guid, (string Code, string Name)> Groups, Dictionary<Guid, string> SubGroups, Dictionary<Guid, (string Name, string Slug)> Territories, HashSet<Guid> SeenTerritories,
        Dictionary<Guid, string> Organisations, Dictionary<Guid, (string Title, string Code)> Solutions, HashSet<Guid> SeenSolutions, Dictionary<Guid, string> Persons, Dictionary<string, string> Countries)
    {
        public string? Person(Guid? id) => id is { } person ? Persons.GetValueOrDefault(person) : null;

        public SheetAttendee Of(Attendee attendee) => attendee.TerritoryId is { } territory
            ? new SheetAttendee(territory, true, Territories[territory].Name, Slug(territory), attendee.Category, attendee.Presence)
            : new SheetAttendee(attendee.Key, false, Organisations[attendee.Key], null, attendee.Category, attendee.Presence);

        public SheetItem Of(SessionItem item) => new(item.Id, item.Number, item.Kind, item.Text, item.Dimension, item.OwnerId, item.OwnerTerritoryId,
            item.OwnerTerritoryId is { } territory ? Territories[territory].Name : Person(item.OwnerId), item.Due, item.DoneAt, item.LeftOutReason)
        {
            Territories = [.. item.Territories.Select(t => new SheetTerritory(t.TerritoryId, Territories[t.TerritoryId].Name, Slug(t.TerritoryId))).OrderBy(t => t.Name, StringComparer.Ordinal)],
            Solutions = [.. item.Solutions.Select(s => new SheetSolution(s.SolutionId, Solutions[s.SolutionId].Title, SeenSolutions.Contains(s.SolutionId) ? Solutions[s.SolutionId].Code : null)).OrderBy(s => s.Title, StringComparer.Ordinal)],
        };

        public SheetObjection Of(Objection objection) => new(objection.Id, objection.Number, objection.TerritoryId,
            objection.TerritoryId is { } territory ? Territories[territory].Name : Organisations[objection.OrganisationId!.Value], objection.Text,
            Person(objection.RaisedById), objection.RaisedAt, objection.State, objection.Answer, Person(objection.AnsweredById), objection.AnsweredAt);

        private string? Slug(Guid territory) => SeenTerritories.Contains(territory) ? Territories[territory].Slug : null;
    }
}
