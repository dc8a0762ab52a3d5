using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>Who last said each thing of some territories, and when: by the audit, or by a confirmation. In a role and of an organisation, because what is printed names nobody.</summary>
internal sealed class SaidBook
{
    public const string Office = "the support office";

    private const string Territory = "the territory", Source = "a public source";

    private readonly ILookup<Guid, Written> _written;
    private readonly ILookup<Guid, Note> _notes;
    private readonly HashSet<(Guid Person, Guid Territory)> _contacts;
    private readonly IReadOnlyDictionary<Guid, string> _organisations;
    private readonly ProgrammeCalendar _calendar;

    private SaidBook(IEnumerable<Written> written, IEnumerable<Note> notes, HashSet<(Guid, Guid)> contacts, IReadOnlyDictionary<Guid, string> organisations, ProgrammeCalendar calendar) =>
        (_written, _notes, _contacts, _organisations, _calendar) = (written.ToLookup(w => w.SubjectId), notes.ToLookup(n => n.SubjectId), contacts, organisations, calendar);

    private sealed record Written(Guid SubjectId, Guid? PersonId, DateTime At);

    private sealed record Note(Guid SubjectId, Guid? ConfirmedById, DateTime? ConfirmedAt, DateTime RecordedAt, bool IsInvented);

    public static async Task<SaidBook> ReadAsync(CcriDbContext db, IQueryable<Guid> territories, ProgrammeCalendar calendar, CancellationToken cancellationToken)
    {
        var written = await db.AuditRows.Where(a => a.TerritoryId != null && territories.Contains(a.TerritoryId.Value)).GroupBy(a => new { a.SubjectId, a.PersonId })
            .Select(g => new Written(g.Key.SubjectId, g.Key.PersonId, g.Max(a => a.At))).ToListAsync(cancellationToken);
        var notes = await db.FactNotes.Where(n => n.TerritoryId != null && territories.Contains(n.TerritoryId.Value))
            .Select(n => new Note(n.SubjectId, n.ConfirmedById, n.ConfirmedAt, n.RecordedAt, n.Confidence == Confidence.Illustrative)).ToListAsync(cancellationToken);
        var contacts = await db.RoleAssignments.Where(r => r.Role == Role.Territory && r.TerritoryId != null && territories.Contains(r.TerritoryId.Value))
            .Select(r => new { r.PersonId, r.TerritoryId }).ToListAsync(cancellationToken);
        return new SaidBook(written, notes, [.. contacts.Select(c => (c.PersonId, c.TerritoryId!.Value))], await OrganisationsAsync(db, calendar.Today, cancellationToken), calendar);
    }

    /// <summary>Of those who can sign in and are listed, by the same address, as a contact at one organisation.</summary>
    private static async Task<IReadOnlyDictionary<Guid, string>> OrganisationsAsync(CcriDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var listed = await (from contact in db.Contacts.HeldOn(today)
                            join organisation in db.Organisations on contact.OrganisationId equals (Guid?)organisation.Id
                            join person in db.Persons on contact.Email equals person.Email
                            select new { person.Id, Name = organisation.Acronym ?? organisation.Name }).Distinct().ToListAsync(cancellationToken);
        return listed.GroupBy(l => l.Id).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single().Name);
    }

    /// <summary>In which role a person speaks of a territory, whether still in it or not, and of which organisation where that is known.</summary>
    public string RoleOf(Guid person, Guid territory) =>
        (_contacts.Contains((person, territory)) ? Territory : Office) + (_organisations.TryGetValue(person, out var organisation) ? $" ({organisation})" : "");

    /// <summary>Invented for the demonstration.</summary>
    public bool IsInvented(Guid id) => _notes[id].Any(n => n.IsInvented);

    /// <param name="parts">What belongs to it: what is written of a part is written of it.</param>
    /// <param name="whole">What it belongs to: who confirms that as it stands confirms this.</param>
    /// <returns>Empty when nobody has said it and no source is cited.</returns>
    public Said? Of(Guid id, Guid territory, IEnumerable<Guid>? parts = null, Guid? whole = null)
    {
        var written = (parts ?? []).Append(id).SelectMany(part => _written[part]).ToList();
        var byPerson = written.Where(w => w.PersonId is not null).OrderBy(w => w.At).ThenBy(w => w.PersonId).LastOrDefault();
        var confirmed = _notes[id].Concat(whole is { } of ? _notes[of] : []).Where(n => n.ConfirmedAt is not null && n.ConfirmedById is not null).OrderBy(n => n.ConfirmedAt).ThenBy(n => n.ConfirmedById).LastOrDefault();
        if (confirmed is { ConfirmedAt: { } at, ConfirmedById: { } who } && !(byPerson?.At > at))
            return new Said(RoleOf(who, territory), _calendar.DayOf(at), Confirmed: true);
        if (byPerson is { PersonId: { } person })
            return new Said(RoleOf(person, territory), _calendar.DayOf(byPerson.At), Confirmed: false);
        var isInvented = IsInvented(id);
        if (_notes[id].Any() && !(isInvented && written.Count > 0)) // what is invented is written as long ago as a person would have; its note is new each time
            return new Said(isInvented ? Office : Source, NotLater(_notes[id].Max(n => n.RecordedAt)), Confirmed: false);
        return written.Count > 0 ? new Said(Office, NotLater(written.Max(w => w.At)), Confirmed: false) : null;
    }

    /// <summary>What is shown as of a day knows of no later one: a register may be loaded after a quarter that is made up for it.</summary>
    private DateOnly NotLater(DateTime at) => _calendar.DayOf(at) is var day && day > _calendar.Today ? _calendar.Today : day;
}
