using Ccri.Domain.Accounts;

namespace Ccri.Domain.Reminders;

/// <summary>Why it falls on its day.</summary>
public enum ReminderStep
{
    /// <summary>One of the days of the rule.</summary>
    Usual,

    /// <summary>Somebody else is told, because nothing has happened.</summary>
    Escalation,

    /// <summary>Its person put it off to this day.</summary>
    Snoozed,
}

/// <summary>How far a reminder is. Whether its mail has arrived is told by the mail.</summary>
public enum ReminderState
{
    /// <summary>To be mailed with the next digest of its person; <see cref="Reminder.Because"/> says what it waits for.</summary>
    Waiting,

    /// <summary>Part of a mail.</summary>
    Mailed,

    /// <summary>On the page of reminders only.</summary>
    Shown,

    /// <summary>Not wanted any more before it was sent; <see cref="Reminder.Because"/> says why.</summary>
    Silenced,

    /// <summary>Its time had passed when it was looked at: the system had been down, or it waited too long.</summary>
    Missed,
}

/// <summary>Why a reminder waits, is silent or was missed.</summary>
public enum ReminderReason
{
    /// <summary>Its person reads at a later hour.</summary>
    BeforeTheHour,

    /// <summary>Its person reads on other days of the week.</summary>
    NotTheDay,

    /// <summary>At night.</summary>
    QuietHours,

    /// <summary>Its person has had as many mails this week as agreed.</summary>
    WeekIsFull,

    /// <summary>The mail before it has not gone out yet; it goes with that.</summary>
    MailOnItsWay,

    /// <summary>What it reminded of is done, or gone.</summary>
    Done,

    /// <summary>The due day was moved.</summary>
    Moved,

    /// <summary>Its person has left, or is not meant any more.</summary>
    NotMeant,

    /// <summary>The territory takes no part any more.</summary>
    Withdrawn,

    /// <summary>The rule was switched off, or removed.</summary>
    RuleOff,

    /// <summary>The rule mails no more; it only shows.</summary>
    PageOnly,

    /// <summary>Its person does not want mails of that rule.</summary>
    Unsubscribed,

    /// <summary>Its person marked it as done.</summary>
    MarkedDone,

    /// <summary>Its person put it off.</summary>
    Snoozed,

    /// <summary>A later reminder of the same thing says it all.</summary>
    LaterOne,

    /// <summary>More than <see cref="Reminder.UsefulDays"/> days too late.</summary>
    TooLate,
}

/// <summary>One person is reminded of one thing, once: planned from a rule and a fact, then mailed, shown, silenced or missed. Never removed.</summary>
public sealed class Reminder : Entity
{
    /// <summary>Days after its day on which a reminder still helps.</summary>
    public const int UsefulDays = 14, LongestTitle = 500;

    /// <param name="now">UTC.</param>
    public Reminder(PlannedReminder planned, DateTime now)
    {
        var fact = planned.Fact;
        (RuleId, Kind, SubjectId, DueOn, On, PersonId, Offset, Step) = (planned.Rule.Id, fact.Kind, fact.SubjectId, fact.DueOn, planned.On, planned.PersonId, planned.Offset, planned.Step);
        (TerritoryId, Of, Address, PlannedAt) = (fact.TerritoryId, fact.Of, fact.Address, now);
        Title = fact.Title.Shorten(LongestTitle);
        (State, Because) = planned.Missed is { } missed ? (ReminderState.Missed, missed) : planned.Rule.Channel == ReminderChannel.App ? (ReminderState.Shown, (ReminderReason?)null) : (ReminderState.Waiting, null);
        DecidedAt = State == ReminderState.Waiting ? null : now;
    }

#pragma warning disable CS8618 // read from the database
    private Reminder() { }
#pragma warning restore CS8618

    public Guid RuleId { get; private set; }
    public ReminderKind Kind { get; private set; }
    public Guid SubjectId { get; private set; }
    public DateOnly DueOn { get; private set; }

    /// <summary>The day on which it falls, in the programme's calendar.</summary>
    public DateOnly On { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>Days from the due day as in the rule, counted as the rule says; of one that was put off, calendar days.</summary>
    public int Offset { get; private set; }
    public ReminderStep Step { get; private set; }
    public Guid? TerritoryId { get; private set; }

    /// <summary>The name of the territory or group, as it was.</summary>
    public string? Of { get; private set; }

    /// <summary>What it reminds of, as it was called. Follow-ups often name people, so the audit says only that it changed.</summary>
    [Personal] public string Title { get; private set; }

    /// <summary>Of its page, below the site's root.</summary>
    public string Address { get; private set; }
    public ReminderState State { get; private set; }
    public ReminderReason? Because { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime PlannedAt { get; private set; }

    /// <summary>UTC; when it was mailed, shown, silenced or missed.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>The mail that it is part of.</summary>
    public Guid? MailId { get; private set; }

    public ReminderKey Key => new(RuleId, SubjectId, DueOn, On, PersonId);

    /// <summary>Not yet, and why; the reason is shown to its person and to the coordinator.</summary>
    public void Hold(ReminderReason because)
    {
        Require(State == ReminderState.Waiting, "Only a reminder that waits is held back.");
        Because = because;
    }

    /// <summary>It becomes part of a mail.</summary>
    /// <param name="now">UTC.</param>
    public void Mail(Guid mailId, DateTime now)
    {
        Require(State == ReminderState.Waiting, "Only a reminder that waits is mailed.");
        (State, Because, MailId, DecidedAt) = (ReminderState.Mailed, null, mailId, now);
    }

    /// <summary>Not wanted any more, also after it was put into a mail that has not gone out.</summary>
    /// <param name="now">UTC.</param>
    public void Silence(ReminderReason because, DateTime now)
    {
        Require(State is ReminderState.Waiting or ReminderState.Mailed, "Only a reminder that has not gone out is silenced.");
        (State, Because, DecidedAt) = (ReminderState.Silenced, because, now);
    }

    /// <summary>Its time has passed.</summary>
    /// <param name="now">UTC.</param>
    public void Miss(ReminderReason because, DateTime now)
    {
        Require(State == ReminderState.Waiting, "Only a reminder that waits is missed.");
        (State, Because, DecidedAt) = (ReminderState.Missed, because, now);
    }
}
