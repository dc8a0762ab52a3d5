namespace Ccri.Domain.Reminders;

/// <summary>What a person has decided about being reminded of one thing that is due on one day: done with, put off, or handed over. When the day moves, it counts no more.</summary>
public sealed class ReminderMark : Entity
{
    public ReminderMark(Guid personId, ReminderKind kind, Guid subjectId, DateOnly dueOn) => (PersonId, Kind, SubjectId, DueOn) = (personId, kind, subjectId, dueOn);

    private ReminderMark() { } // read from the database

    /// <summary>Unique with the kind, the subject and the due day.</summary>
    public Guid PersonId { get; private set; }
    public ReminderKind Kind { get; private set; }
    public Guid SubjectId { get; private set; }
    public DateOnly DueOn { get; private set; }

    /// <summary>UTC; no reminder follows.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>No reminder before this day, and one on it.</summary>
    public DateOnly? SnoozedUntil { get; private set; }

    /// <summary>Who is reminded instead.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>Once more changes nothing.</summary>
    public void Finish(DateTime now) => DoneAt ??= now;

    public void Reopen() => DoneAt = null;

    /// <exception cref="RuleViolationException">When the day has come already, or lies more than a year ahead.</exception>
    public void Snooze(DateOnly until, DateOnly today)
    {
        Require(until > today, $"A reminder is put off to a day that lies ahead. It should be {today.AddDays(1):yyyy-MM-dd} or later.");
        Require(until <= today.AddDays(ReminderRule.FarthestOffset), $"A reminder is put off by at most {ReminderRule.FarthestOffset} days. It should be {today.AddDays(ReminderRule.FarthestOffset):yyyy-MM-dd} or earlier.");
        SnoozedUntil = until;
    }

    public void Wake() => SnoozedUntil = null;

    /// <exception cref="RuleViolationException">When it is handed to the same person.</exception>
    public void HandOver(Guid ownerId)
    {
        Require(ownerId != PersonId, "This is yours already. Choose somebody else.");
        OwnerId = ownerId;
    }

    public void TakeBack() => OwnerId = null;
}
