using Ccri.Domain.Reminders;

namespace Ccri.Web.Features.Reminders;

/// <summary>What has become of a reminder, by which the log is filtered.</summary>
public enum LogState
{
    Held,
    OnItsWay,
    Sent,
    NotDelivered,
    Shown,
    NotNeeded,
    Missed,
}

/// <summary>The words of the log.</summary>
public static class LogWords
{
    public static string Of(LogState state) => state switch
    {
        LogState.OnItsWay => "On its way",
        LogState.NotDelivered => "Not delivered",
        LogState.NotNeeded => "Not needed",
        _ => state.ToString(),
    };

    /// <summary>The reason, or what is known of the mail.</summary>
    public static string? Why(ListReminderLog.Line line) => line.State switch
    {
        LogState.Held => line.Because is { } because ? Words.Of(because) : "it goes with the next mail",
        LogState.Sent => line.At is { } at ? $"mailed on {Words.Moment(at)}" : null,
        LogState.OnItsWay => line.Problem is { } problem ? $"tried again later: {problem}" : "the mail goes out in a moment",
        LogState.NotDelivered => $"given up{(line.At is { } at ? $" on {Words.Moment(at)}" : "")}: {line.Problem}",
        LogState.Shown => "on the page of reminders",
        _ => line.Because is { } because ? Words.Of(because) : null,
    };

    /// <summary>"3 days before", "put off", "told, too".</summary>
    public static string Of(ReminderStep step, int offset) => step switch
    {
        ReminderStep.Escalation => "told, too, as nobody has done it",
        ReminderStep.Snoozed => "put off to this day",
        _ => Words.OfOffset(offset),
    };
}
