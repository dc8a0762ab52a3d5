using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports;

namespace Ccri.Web;

/// <summary>Of periods and reports.</summary>
public static partial class Words
{
    public static string Of(ReportState state) => state switch
    {
        ReportState.NoData => "Not begun",
        ReportState.InProgress => "In progress",
        _ => state.ToString(),
    };

    /// <summary>What was done, as a list of steps says it.</summary>
    public static string Of(ReportStepKind step) => step switch
    {
        ReportStepKind.Begun => "Begun",
        ReportStepKind.Captured => "Taken as it stood, without having been submitted",
        _ => step.ToString(),
    };

    /// <inheritdoc cref="Of(ReportStepKind)"/>
    public static string Of(PeriodStepKind step, int revision) => step switch
    {
        PeriodStepKind.Moved => "Days moved",
        PeriodStepKind.Frozen => $"Frozen as revision {revision}",
        PeriodStepKind.Reopened => $"Reopened after revision {revision}",
        _ => "Opened",
    };

    public static string Of(StatementKind kind) => kind switch
    {
        StatementKind.Register => "Register",
        StatementKind.Risk => "Risk or issue",
        _ => kind.ToString(),
    };

    /// <summary>"in 54 days", "today", "3 days ago".</summary>
    public static string Until(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "today",
        1 => "tomorrow",
        -1 => "yesterday",
        > 0 and var days => $"in {Plural.Of(days, "day")}",
        var days => $"{Plural.Of(-days, "day")} ago",
    };

    /// <summary>Who has to do something with a report now.</summary>
    public static string Holder(ReportState state, bool isCaptured, bool isFrozen) => (state, isCaptured, isFrozen) switch
    {
        (_, _, true) or (ReportState.Approved, _, _) => "Nobody, it is done",
        (ReportState.Submitted, _, _) => "The support office",
        (_, true, _) => "Nobody, it was taken as it stood",
        _ => "The territory",
    };

    /// <summary>Empty unless it should have been submitted by now.</summary>
    public static string? Late(ReportState state, bool isCaptured, DateOnly cutOff, DateOnly today) =>
        state is ReportState.Submitted or ReportState.Approved || today <= cutOff ? null : isCaptured ? "never submitted" : $"{Plural.Of(today.DayNumber - cutOff.DayNumber, "day")} late";
}
