using Ccri.Domain;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Finds what is open and has a day, kind by kind, with who is meant. Each kind costs one or two questions, however much there is.</summary>
public sealed partial class ReminderFactReader(CcriDbContext db, ProgrammeCalendar calendar)
{
    /// <param name="participating">Territories that take part; facts of others are none.</param>
    /// <param name="kinds">Null: all kinds; an empty list: none.</param>
    /// <param name="subjects">Null: everything; else only the facts about these.</param>
    /// <param name="until">The last day on which something that is not yet due by its nature, such as minutes, may open.</param>
    public async Task<IReadOnlyList<ReminderFact>> ReadAsync(ReminderPeople people, IReadOnlySet<Guid> participating, DateOnly today, DateOnly until, IReadOnlyCollection<ReminderKind>? kinds, IReadOnlyCollection<Guid>? subjects, CancellationToken cancellationToken)
    {
        var wanted = Enum.GetValues<ReminderKind>().Where(kind => kinds?.Contains(kind) ?? true).ToList();
        if (wanted.Count == 0)
            return [];
        var asked = new Asked(people, await PlacesAsync(participating, cancellationToken), today, until, subjects);
        var facts = new List<ReminderFact>();
        foreach (var kind in wanted)
            facts.AddRange((await ReadAsync(kind, asked, cancellationToken)).Where(f => f.DueOn.Year is >= 1900 and <= 9000)); // a mistyped day must not lead out of the calendar and stop everybody's reminders
        return facts;
    }

    private Task<IEnumerable<ReminderFact>> ReadAsync(ReminderKind kind, Asked asked, CancellationToken cancellationToken) => kind switch
    {
        ReminderKind.Milestone => MilestonesAsync(asked, cancellationToken),
        ReminderKind.Action => ActionsAsync(asked, cancellationToken),
        ReminderKind.InvestmentGate => GatesAsync(asked, cancellationToken),
        ReminderKind.MinutesMissing => MinutesAsync(asked, cancellationToken),
        ReminderKind.FollowUp => FollowUpsAsync(asked, cancellationToken),
        ReminderKind.PeriodOpening or ReminderKind.PeriodCutOff => PeriodsAsync(kind, asked, cancellationToken),
        ReminderKind.AssessmentDue => AssessmentsAsync(asked, cancellationToken),
        ReminderKind.PlanExpiring => PlansAsync(asked, cancellationToken),
        ReminderKind.FactsNotConfirmed => UnconfirmedAsync(asked, cancellationToken),
        ReminderKind.TerritoryQuiet => QuietAsync(asked, cancellationToken),
        ReminderKind.OwnReminder => OwnRemindersAsync(asked, cancellationToken),
        ReminderKind.MailGivenUp => MailsAsync(asked, cancellationToken),
        _ => throw new InvalidOperationException($"Nobody reads the facts of {kind}."),
    };

    private async Task<IReadOnlyDictionary<Guid, Place>> PlacesAsync(IReadOnlySet<Guid> participating, CancellationToken cancellationToken) =>
        (await db.Territories.Select(t => new Place(t.Id, t.Name, t.Slug, t.CountryCode, t.IsPlaceholder)).ToListAsync(cancellationToken)).Where(p => participating.Contains(p.Id)).ToDictionary(p => p.Id);

    /// <summary>Who is meant by each audience.</summary>
    private static Dictionary<ReminderAudience, IReadOnlyList<Guid>> Told(IReadOnlyList<Guid>? owners = null, IReadOnlyList<Guid>? leads = null, IReadOnlyList<Guid>? officers = null, IReadOnlyList<Guid>? coordinators = null) =>
        new()
        {
            [ReminderAudience.Owner] = owners ?? [], [ReminderAudience.Lead] = leads ?? [], [ReminderAudience.Accompanying] = officers ?? [], [ReminderAudience.Coordinator] = coordinators ?? [],
        };

    private sealed record Place(Guid Id, string Name, string Slug, string? Country, bool IsPlaceholder);

    /// <summary>What is asked for, and of whom.</summary>
    private sealed record Asked(ReminderPeople People, IReadOnlyDictionary<Guid, Place> Places, DateOnly Today, DateOnly Until, IReadOnlyCollection<Guid>? Subjects)
    {
        private readonly Dictionary<Guid, IReadOnlyDictionary<ReminderAudience, IReadOnlyList<Guid>>> _people = [];

        /// <summary>A fact that the contacts of a territory answer for and its officers look after; nothing when the territory takes no part.</summary>
        public IEnumerable<ReminderFact> Of(Guid territoryId, ReminderKind kind, Guid subjectId, DateOnly due, string title, string address)
        {
            if (!Places.TryGetValue(territoryId, out var place))
                return [];
            if (!_people.TryGetValue(territoryId, out var people))
                _people[territoryId] = people = Told(People.ContactsOf(territoryId), officers: People.OfficersOf(territoryId), coordinators: People.Coordinators);
            return [new ReminderFact(kind, subjectId, due, title, address) { TerritoryId = territoryId, Of = place.Name, Country = place.Country, People = people }];
        }

        /// <summary>Only those that were asked for.</summary>
        public IQueryable<T> Only<T>(IQueryable<T> rows) where T : Entity => Subjects is { } subjects ? rows.Where(row => subjects.Contains(row.Id)) : rows;
    }
}
