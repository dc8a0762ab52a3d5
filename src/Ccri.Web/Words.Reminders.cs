using Ccri.Domain.Reminders;

namespace Ccri.Web;

/// <summary>The words of reminders.</summary>
public static partial class Words
{
    public static string Of(ReminderKind kind) => kind switch
    {
        ReminderKind.Milestone => "Milestone",
        ReminderKind.Action => "Action of a plan",
        ReminderKind.InvestmentGate => "Investment decision",
        ReminderKind.MinutesMissing => "Minutes of a session missing",
        ReminderKind.FollowUp => "Follow-up of a contact or session",
        ReminderKind.PeriodOpening => "Reporting period opens",
        ReminderKind.PeriodCutOff => "Cut-off of a reporting period",
        ReminderKind.AssessmentDue => "Needs assessment due",
        ReminderKind.PlanExpiring => "Plan expires",
        ReminderKind.FactsNotConfirmed => "Facts not confirmed",
        ReminderKind.TerritoryQuiet => "Territory quiet",
        ReminderKind.OwnReminder => "Reminder made by hand",
        ReminderKind.MailGivenUp => "Mail given up",
        _ => kind.ToString(),
    };

    /// <summary>One audience.</summary>
    public static string Of(ReminderAudience audience) => audience switch
    {
        ReminderAudience.Owner => "Who it belongs to",
        ReminderAudience.Lead => "Lead of the working group",
        ReminderAudience.Accompanying => "Officer who accompanies the territory",
        ReminderAudience.Coordinator => "Coordinator",
        _ => "Nobody",
    };

    public static string Of(ReminderChannel channel) => channel switch
    {
        ReminderChannel.Mail => "Mail",
        ReminderChannel.App => "Page of reminders",
        _ => "Mail and page of reminders",
    };

    public static string Of(DayCount count) => count == DayCount.Working ? "Working days" : "Calendar days";

    /// <summary>As the rest of a sentence: "held: …".</summary>
    public static string Of(ReminderReason reason) => reason switch
    {
        ReminderReason.BeforeTheHour => "the hour chosen for mail has not come",
        ReminderReason.NotTheDay => "waits for the next day chosen for mail",
        ReminderReason.QuietHours => "quiet hours",
        ReminderReason.WeekIsFull => "as many mails as agreed went out this week",
        ReminderReason.MailOnItsWay => "goes with the mail before, which is still on its way",
        ReminderReason.Done => "it is done",
        ReminderReason.Moved => "the day was moved",
        ReminderReason.NotMeant => "the person is not meant any more",
        ReminderReason.Withdrawn => "the territory takes no part any more",
        ReminderReason.RuleOff => "the rule was switched off",
        ReminderReason.PageOnly => "the rule mails no more",
        ReminderReason.Unsubscribed => "the person wants no mails of this rule",
        ReminderReason.MarkedDone => "the person marked it as done",
        ReminderReason.Snoozed => "the person put it off",
        ReminderReason.LaterOne => "a later reminder says it all",
        _ => "too late to help",
    };

    /// <summary>"3 days before", "on the day", "7 working days after".</summary>
    public static string OfOffset(int offset, DayCount count = DayCount.Calendar) => offset == 0 ? "on the day"
        : $"{Plural.Of(Math.Abs(offset), count == DayCount.Working ? "working day" : "day")} {(offset < 0 ? "before" : "after")}";

    /// <summary>"3 days late", "due today", "due in 5 days".</summary>
    public static string OfDue(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        < 0 and var late => $"{Plural.Of(-late, "day")} late",
        0 => "due today",
        1 => "due tomorrow",
        var days => $"due in {Plural.Of(days, "day")}",
    };
}
