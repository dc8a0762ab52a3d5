namespace Ccri.Domain.Reminders;

/// <summary>Days of the week on which somebody reads mail.</summary>
[Flags]
public enum WeekDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    Workdays = Monday | Tuesday | Wednesday | Thursday | Friday,
}

/// <summary>When and how often a person wants to be mailed. Who has said nothing has those of a new one.</summary>
public sealed class ReminderHabits : Entity
{
    /// <summary>Mails a week: the most that anybody may ask for, and what a new person has.</summary>
    public const int MostMails = 7, UsualMails = 3;

    public ReminderHabits(Guid personId) => PersonId = personId;

    private ReminderHabits() { } // read from the database

    /// <summary>Unique.</summary>
    public Guid PersonId { get; private set; }
    public WeekDays Days { get; private set; } = WeekDays.Workdays;

    /// <summary>0 to 23, of the programme's clock: not before it.</summary>
    public int Hour { get; private set; } = 8;

    /// <summary>0 to 23: no mail from this hour on …</summary>
    public int QuietFrom { get; private set; } = 19;

    /// <summary>… until this one. The same as <see cref="QuietFrom"/>: there are no quiet hours.</summary>
    public int QuietUntil { get; private set; } = 7;

    /// <summary>From Monday to Sunday; 0: no mail at all, only the page.</summary>
    public int MailsPerWeek { get; private set; } = UsualMails;

    /// <exception cref="RuleViolationException">When there is no day, an hour is none, the hour lies in the quiet ones, or there are too many mails.</exception>
    public void Read(WeekDays days, int hour, int quietFrom, int quietUntil, int mailsPerWeek)
    {
        Require(days != WeekDays.None, "Choose at least one day of the week.");
        Require(hour is >= 0 and <= 23 && quietFrom is >= 0 and <= 23 && quietUntil is >= 0 and <= 23, "An hour is a number from 0 to 23.");
        Require(!IsQuiet(hour, quietFrom, quietUntil), $"The hour of your mail ({hour}:00) lies in your quiet hours ({quietFrom}:00 to {quietUntil}:00). Choose another hour, or other quiet hours.");
        Require(mailsPerWeek is >= 0 and <= MostMails, $"Choose 0 to {MostMails} mails a week.");
        (Days, Hour, QuietFrom, QuietUntil, MailsPerWeek) = (days, hour, quietFrom, quietUntil, mailsPerWeek);
    }

    public bool ReadsOn(DateOnly day) => Days.HasFlag((WeekDays)(1 << (((int)day.DayOfWeek + 6) % 7)));

    /// <summary>Why no mail goes out at this moment; empty when one does.</summary>
    /// <param name="local">Of the programme's clock.</param>
    /// <param name="mailsThisWeek">Since Monday, of reminders.</param>
    /// <param name="hadOneToday">One a day is enough.</param>
    public ReminderReason? Objection(DateTime local, int mailsThisWeek, bool hadOneToday) => this switch
    {
        _ when mailsThisWeek >= MailsPerWeek => ReminderReason.WeekIsFull,
        _ when !ReadsOn(DateOnly.FromDateTime(local)) || hadOneToday => ReminderReason.NotTheDay,
        _ when local.Hour < Hour => ReminderReason.BeforeTheHour,
        _ when IsQuiet(local.Hour, QuietFrom, QuietUntil) => ReminderReason.QuietHours,
        _ => null,
    };

    /// <summary>The first day of the week that a day lies in.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static bool IsQuiet(int hour, int from, int until) => from <= until ? hour >= from && hour < until : hour >= from || hour < until;
}
