namespace Ccri.Domain.Reminders;

/// <summary>Everything that reminders follow from, as it stands on a day; see <see cref="ReminderPlanner"/>.</summary>
public sealed class ReminderBook
{
    private ILookup<(ReminderKind, Guid), ReminderFact>? _factsBySubject;
    private Dictionary<(Guid, ReminderKind, Guid, DateOnly), ReminderMark>? _marksByFact;

    /// <summary>Also those that are off.</summary>
    public required IReadOnlyList<ReminderRule> Rules { get; init; }

    /// <summary>What is open; of territories that take part.</summary>
    public required IReadOnlyList<ReminderFact> Facts { get; init; }
    public IReadOnlyList<ReminderMark> Marks { get; init; } = [];
    public IReadOnlyList<Unsubscription> Unsubscriptions { get; init; } = [];
    public WorkingDays Days { get; init; } = new([]);

    /// <summary>Territories that take part on that day.</summary>
    public IReadOnlySet<Guid> Participating { get; init; } = new HashSet<Guid>();

    /// <summary>Whether a person may sign in, is more than a desk officer, and may see what it is about; asked of whom something was handed over to.</summary>
    public Func<Guid, ReminderFact, bool> MayBeTold { get; init; } = (_, _) => true;

    private ILookup<(ReminderKind, Guid), ReminderFact> FactsBySubject => _factsBySubject ??= Facts.ToLookup(f => (f.Kind, f.SubjectId));

    private Dictionary<(Guid, ReminderKind, Guid, DateOnly), ReminderMark> MarksByFact => _marksByFact ??= Marks.ToDictionary(m => (m.PersonId, m.Kind, m.SubjectId, m.DueOn));

    public ReminderMark? MarkOf(Guid personId, ReminderFact fact) => MarksByFact.GetValueOrDefault((personId, fact.Kind, fact.SubjectId, fact.DueOn));

    /// <summary>Who is told of a fact by those audiences, after what was handed over; those who are done with it are left out.</summary>
    public IEnumerable<Guid> PeopleOf(ReminderFact fact, ReminderAudience audience)
    {
        var told = new HashSet<Guid>();
        foreach (var person in fact.PeopleOf(audience))
        {
            var now = HolderOf(person, fact);
            if (MarkOf(now, fact)?.DoneAt is null && NextOf(now, fact) is null && told.Add(now))
                yield return now;
        }
    }

    /// <summary>Who sees to it when it comes to a person: those to whom it was handed on, and on; a circle ends where it began.</summary>
    public Guid HolderOf(Guid person, ReminderFact fact)
    {
        var (now, seen) = (person, new HashSet<Guid>());
        while (seen.Add(now) && NextOf(now, fact) is { } next)
            now = next;
        return now;
    }

    /// <summary>To whom a person has handed it; it comes back when that one has left, or may not see it any more.</summary>
    private Guid? NextOf(Guid person, ReminderFact fact) => MarkOf(person, fact)?.OwnerId is { } next && MayBeTold(next, fact) ? next : null;

    /// <summary>Why a reminder that was planned is not wanted any more; empty while it is.</summary>
    public ReminderReason? Objection(Reminder reminder)
    {
        if (Rules.FirstOrDefault(r => r.Id == reminder.RuleId) is not { IsOn: true } rule)
            return ReminderReason.RuleOff;
        if (rule.Channel == ReminderChannel.App)
            return ReminderReason.PageOnly;
        if (!FactsBySubject[(reminder.Kind, reminder.SubjectId)].Any())
            return reminder.TerritoryId is { } territory && !Participating.Contains(territory) ? ReminderReason.Withdrawn : ReminderReason.Done;
        if (FactsBySubject[(reminder.Kind, reminder.SubjectId)].FirstOrDefault(f => f.DueOn == reminder.DueOn) is not { } fact)
            return ReminderReason.Moved;
        if (MarkOf(reminder.PersonId, fact) is { } mark && (mark.DoneAt is not null || mark.SnoozedUntil > reminder.On))
            return mark.DoneAt is not null ? ReminderReason.MarkedDone : ReminderReason.Snoozed;
        if (!PeopleOf(fact, rule.Audience | rule.EscalateTo).Contains(reminder.PersonId))
            return ReminderReason.NotMeant;
        return Unsubscriptions.Any(u => u.RuleId == rule.Id && u.PersonId == reminder.PersonId) ? ReminderReason.Unsubscribed : null;
    }
}
