using Ccri.Domain.Findings;
using Ccri.Domain.Indicators;
using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;

namespace Ccri.Web;

/// <summary>Of statuses, indicators and findings.</summary>
public static partial class Words
{
    /// <summary>The rule as each page states it that shows statuses.</summary>
    public const string StatusRule = "Late by 1 to 30 days, or expected later than agreed: at risk. Later than that, or blocked: off track. What has parts stands as the worst of them. No day or value to judge by: no data. Done: complete.";

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
    public static string Why(Standing standing) => standing switch
    {
        { Status: null } => $"{Of(standing.Of.Kind)} is followed no more.",
        { By: { } by } when by.Status == standing.Status => by.Reason,
        { By: { } by } => $"{OfRule(standing)} Until then: {by.Reason}",
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
        { Kind: FindingKind.MoneyWithoutAction } => "It is linked to no action of the action plan. Link it to the action that it finances.",
        { Kind: FindingKind.SameMoneyTwice } => $"A funding line of it has the same source, giver, instrument and amount as one of {finding.Other}. Check whether the same money is counted twice.",
        { Kind: FindingKind.InvestmentBeforeAction } => $"It begins on {Of(finding.Begins!.Value)}, before the action it needs, {finding.Other}, which begins on {Of(finding.ActionBegins!.Value)}. Move one of the days.",
        { Kind: FindingKind.SolutionWithoutIndicator } => "Neither the solution nor an action that contributes to it follows an indicator, so nobody would see whether it works. Let it follow one.",
        { Cause: FindingCause.MoneyNotSecured } => $"Its stage is “{Of(finding.Stage!.Value)}”, which needs its money to be secured, and part of it is not. Record the contracts, or put the stage right.",
        _ => $"Its stage is “{Of(finding.Stage!.Value)}”, and nothing is named that shows it. Name the study, decision or contract.",
    };

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
