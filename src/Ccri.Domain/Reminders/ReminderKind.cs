namespace Ccri.Domain.Reminders;

/// <summary>What somebody is reminded of. Source: product.md, "deadline reminders".</summary>
public enum ReminderKind
{
    /// <summary>A milestone of a solution or of an action is to be reached.</summary>
    Milestone,

    /// <summary>An action of a plan is to end.</summary>
    Action,

    /// <summary>The next decision on an investment project is due.</summary>
    InvestmentGate,

    /// <summary>A session has taken place, and its minutes are not circulated.</summary>
    MinutesMissing,

    /// <summary>Somebody took something on, after a contact or in a session.</summary>
    FollowUp,

    /// <summary>From this day on a territory can submit its report.</summary>
    PeriodOpening,

    /// <summary>The last day to submit it.</summary>
    PeriodCutOff,

    /// <summary>A territory was assessed last so long ago that the next round is due.</summary>
    AssessmentDue,

    /// <summary>The last year of a plan ends.</summary>
    PlanExpiring,

    /// <summary>Facts of a territory that nobody has confirmed for too long.</summary>
    FactsNotConfirmed,

    /// <summary>No contact with a territory was logged for too long.</summary>
    TerritoryQuiet,

    /// <summary>Made by hand, for oneself or for somebody else.</summary>
    OwnReminder,

    /// <summary>A mail could not be delivered and is given up.</summary>
    MailGivenUp,
}

/// <summary>How the days before and after the due day are counted.</summary>
public enum DayCount
{
    /// <summary>Every day.</summary>
    Calendar,

    /// <summary>Monday to Friday without the holidays of the territory's country; of what is no territory's, without those of the institutions of the European Union.</summary>
    Working,
}

/// <summary>Who is told. A desk officer never is.</summary>
[Flags]
public enum ReminderAudience
{
    None = 0,

    /// <summary>Who took it on, or answers for the territory.</summary>
    Owner = 1,

    /// <summary>Who leads the working group, or coordinates the sub-group.</summary>
    Lead = 2,

    /// <summary>The officers who look after that territory; where none is named for it, the officers of all territories.</summary>
    Accompanying = 4,
    Coordinator = 8,
}

/// <summary>Where a person is told.</summary>
public enum ReminderChannel
{
    /// <summary>Only by mail: the page of reminders stays free of it.</summary>
    Mail,

    /// <summary>Only on the page of reminders.</summary>
    App,
    Both,
}
