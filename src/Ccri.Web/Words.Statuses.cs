using Ccri.Domain.Findings;
using Ccri.Domain.Indicators;
using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;

namespace Ccri.Web;

/// <summary>Of statuses, indicators and findings.</summary>
public static partial class Words
{
    /// <summary>The rule as each page states it that shows statuses of several kinds.</summary>
    public const string StatusRule = $"{ByItsDay} Blocked is off track. What has parts stands as the worst of what is known of them and of itself. Done is complete, whatever is open in it. No day or value to judge by: no data. What was dropped or stopped, or has expired, counts nowhere.";

    private const string ByItsDay = "Late by 1 to 30 days, or expected later than agreed, is at risk; later than that is off track.";

    private const string OfParts = "It is complete when all of these are, and has no data when nothing is known of those that are not.";

    /// <summary>The rule for one kind of thing, complete.</summary>
    public static string RuleOf(StatusKind kind) => kind switch
    {
        StatusKind.Milestone => $"A milestone that is done is complete, one that is blocked is off track. Otherwise its day decides. {ByItsDay}",
        StatusKind.Action => $"An action that is done is complete, whatever is open in it; one that was dropped counts nowhere. Otherwise it stands as the worst of what is known of its milestones and of its own last day. {ByItsDay} Without any of these it has no data.",
        StatusKind.Project => $"An investment project that operates is complete; one that was stopped counts nowhere. Otherwise its next gate counts, and each day of its schedule that its stage has not reached yet; the worst decides. {ByItsDay} Without any such day it has no data.",
        StatusKind.Indicator => "An indicator whose value has reached its target is complete; without a target it counts nowhere. Until the day of the target, its newest value is held against the straight way from its baseline to its target: behind it is at risk, on it or without a baseline it is on track, and without a value it has no data. Late by 1 to 30 days is at risk, later is off track.",
        StatusKind.Solution => $"A solution that is completed is complete, whatever is open in it; one that was stopped counts nowhere. Otherwise it stands as the worst of what is known of its milestones and of its indicators with a target, and while it is paused it is at risk at least. {OfParts}",
        StatusKind.Plan => $"A plan stands as the worst of what is known of its actions and investment projects, without those that were dropped or stopped. {OfParts} When it has expired, it counts nowhere.",
        _ => $"A territory stands as the worst of what is known of its plans, its solutions and its indicators with a target, without plans that have expired and solutions that were stopped. {OfParts}",
    };

    public static string Of(Rag status) => OfProperty(status.ToString());

    public static string Of(StatusKind kind) => kind == StatusKind.Project ? "Investment project" : kind.ToString();

    public static string Of(Trend trend) => trend switch { Trend.Better => "better than three months ago", Trend.Worse => "worse than three months ago", _ => "as three months ago" };

    /// <summary>"since 3 Oct 2026, worse than three months ago".</summary>
    public static string Of(StatusPast past) => $"since {Of(past.Since)}{past switch
    {
        { Trend: null } or { IsYoung: true, Trend: Trend.Steady } => "",
        { IsYoung: true, Trend: { } trend } => $", {Of(trend).Replace("three months ago", $"on {Of(past.ComparedOn)}", StringComparison.Ordinal)}",
        { Trend: { } trend } => $", {Of(trend)}",
    }}";

    /// <summary>Why it stands so: the person's reason, else the rule's.</summary>
    /// <param name="who">Who gave the status that time has made worse; empty for nobody by name.</param>
    public static string Why(Standing standing, string? who = null) => standing switch
    {
        { Status: null } => $"{Of(standing.Of.Kind)} is followed no more.",
        { By: { } by, IsByPerson: true } => by.Reason,
        { By: { } by } => $"{OfRule(standing)} On {Of(by.On)} {who ?? "the support office"} said {Of(by.Status).ToLowerInvariant()}: “{by.Reason}” It has become worse since.",
        _ => OfRule(standing),
    };

    /// <summary>Why the rule says what it says.</summary>
    public static string OfRule(Standing standing) => standing.Ruled switch
    {
        null => "",
        { Cause: Cause.Parts } => Parts(standing),
        var reading => Of(reading),
    };

    private static string Of(Reading reading) => reading switch
    {
        { Cause: Cause.Done, Day: { } day } => $"Done on {Of(day)}.",
        { Cause: Cause.Done } => "Done.",
        { Cause: Cause.Blocked } => $"Blocked: {reading.What}",
        { Cause: Cause.Late } => $"{Awaited(reading)}: {Plural.Of(reading.Days, "day")} late.",
        { Cause: Cause.Slipping } => $"Expected {Plural.Of(reading.Days, "day")} after the agreed {Of(reading.Day!.Value)}.",
        { Cause: Cause.Ahead } => $"{Awaited(reading)}.",
        { Cause: Cause.Undated } => "No day is known to judge it by.",
        { Cause: Cause.Paused } => "Work on it is paused.",
        { Cause: Cause.Reached } => $"Target reached, by the value of {Of(reading.Day!.Value)}.",
        { Cause: Cause.OnPath } => $"On the way to its target of {Of(reading.Day!.Value)}.",
        { Cause: Cause.BehindPath } => $"Behind the straight way to its target of {Of(reading.Day!.Value)}.",
        { Cause: Cause.NoValue } => $"No figure yet to hold against the target of {Of(reading.Day!.Value)}.",
        { Cause: Cause.NoTarget } => "No target is agreed.",
        _ => "Nothing in it can be judged yet.",
    };

    /// <summary>"Next gate on 3 Mar 2026", "Due on 3 Mar 2026".</summary>
    private static string Awaited(Reading reading) => $"{(reading.What is { } what ? char.ToUpperInvariant(what[0]) + what[1..] : "Due")} on {Of(reading.Day!.Value)}";

    /// <summary>"2 of 24 actions off track, 1 at risk; of 3 nothing is known."</summary>
    private static string Parts(Standing standing)
    {
        var judged = standing.Judged.ToList();
        var sentences = judged.GroupBy(p => p.Of.Kind).OrderBy(g => -g.Max(p => Severity.Of(p.Status!.Value))).ThenByDescending(g => g.Key).Select(kind =>
        {
            var noun = Of(kind.Key).ToLowerInvariant();
            var counts = kind.GroupBy(p => p.Status!.Value).OrderByDescending(g => Severity.Of(g.Key)).Where(g => g.Key is not Rag.NoData).Select(g => (g.Key, Count: g.Count())).ToList();
            var unknown = kind.Count(p => p.Status == Rag.NoData);
            var (first, total) = (counts.FirstOrDefault(), kind.Count());
            var said = counts.Skip(1).Select(c => $"{Of(c.Count)} {Of(c.Key).ToLowerInvariant()}").Prepend($"{(first.Count == total ? total == 1 ? "" : "all " : $"{Of(first.Count)} of ")}{Plural.Of(total, noun)} {Of(first.Key).ToLowerInvariant()}");
            return counts.Count == 0 ? $"of {Plural.Of(unknown, noun)} nothing is known" : string.Join(", ", said) + (unknown > 0 ? $", of {Of(unknown)} nothing is known" : "");
        });
        var text = string.Join("; ", sentences);
        return text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..] + ".";
    }

    public static string Of(FindingKind kind) => OfProperty(kind.ToString());

    /// <summary>Why it is a finding, and what would mend it.</summary>
    public static string Why(Finding finding) => finding switch
    {
        { Kind: FindingKind.ActionWithoutMoney } => "It does not say where its money comes from, and no project of the investment plan finances it. Name its funding, or link a project to it.",
        { Kind: FindingKind.MoneyWithoutAction, Cause: FindingCause.ActionDropped } => $"The action it finances, {finding.Other}, was dropped. Link it to another action, or stop the project.",
        { Kind: FindingKind.MoneyWithoutAction, Cause: FindingCause.PlanExpired } => $"The action it finances, {finding.Other}, is in a plan that has expired. Link it to an action of the plan that holds now, or stop the project.",
        { Kind: FindingKind.MoneyWithoutAction } => "It is linked to no action of the action plan. Link it to the action that it finances.",
        { Kind: FindingKind.SameMoneyTwice } => $"A funding line of it has the same source, giver, instrument and amount as one of {finding.Other}. Check whether the same money is counted twice.",
        { Kind: FindingKind.InvestmentBeforeAction } => $"It begins on {Of(finding.Begins!.Value)}, before the action it needs, {finding.Other}, which begins {Beginning(finding)}. Move one of the two.",
        { Kind: FindingKind.SolutionWithoutIndicator } => "Neither the solution nor an action that contributes to it follows an indicator, so nobody would see whether it works. Let it follow one.",
        { Cause: FindingCause.MoneyNotSecured } => $"Its stage is “{Of(finding.Stage!.Value)}”, which needs its money to be secured, and part of it is not. Record the contracts, or put the stage right.",
        _ => $"Its stage is “{Of(finding.Stage!.Value)}”, and nothing is named that shows it. Name the study, decision or contract.",
    };

    /// <summary>An action begins in a month, as its page says; only where the month alone would not show that it is later is the day said.</summary>
    private static string Beginning(Finding finding) => finding is { Begins: { } begins, ActionBegins: { } action } && (begins.Year, begins.Month) != (action.Year, action.Month)
        ? $"in {action.ToString("MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}"
        : $"on {Of(finding.ActionBegins!.Value)}";

    public static string Of(IndicatorLevel level) => level.ToString();

    public static string Of(ObservationQuality quality) => quality.ToString();

    public static string Of(PeriodLength length) => OfProperty(length.ToString());

    public static string Of(Direction direction) => direction switch { Direction.Up => "More is better", Direction.Down => "Less is better", _ => "Neither more nor less is better" };

    /// <summary>How values of several days become one.</summary>
    public static string Of(Aggregation aggregation) => aggregation switch
    {
        Aggregation.Sum => "Sum of the values in the period",
        Aggregation.Average => "Average of the values in the period",
        Aggregation.Last => "Newest value in the period",
        _ => "Values of several days do not make one",
    };

    /// <summary>"Q3 2026", "First half of 2026", "2026", "3 Mar 2026 to 8 May 2026".</summary>
    public static string Of(Period period) => period switch
    {
        _ when period == Period.Of(PeriodLength.Quarter, period.From) => FormattableString.Invariant($"Q{(period.From.Month + 2) / 3} {period.From.Year}"),
        _ when period == Period.Of(PeriodLength.HalfYear, period.From) => FormattableString.Invariant($"{(period.From.Month == 1 ? "First" : "Second")} half of {period.From.Year}"),
        _ when period == Period.Of(PeriodLength.Year, period.From) => FormattableString.Invariant($"{period.From.Year}"),
        _ => $"{Of(period.From)} to {Of(period.To)}",
    };
}
