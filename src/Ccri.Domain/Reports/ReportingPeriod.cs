using System.Globalization;
using Ccri.Domain.Indicators;

namespace Ccri.Domain.Reports;

/// <summary>
/// A span of days that everybody reports on: a quarter, or any other. It is worked on, then frozen; reopened and frozen again it has the
/// next revision, and every revision stays. Source: product.md "Reporting period"; decision 21.
/// </summary>
public sealed class ReportingPeriod : Entity
{
    public const int LongestCode = 20, LongestName = 100, ShortestReason = 10, LongestReason = 1000;

    private const int DaysOpenBeforeEnd = 14, DaysToCutOff = 15, DaysToDeadline = 30;

    private readonly List<PeriodStep> _steps = [];

    /// <param name="code">Unique; part of addresses and file names: "2026-Q3".</param>
    /// <exception cref="RuleViolationException">When the code holds something else than letters, digits and dashes, or the days are in no possible order.</exception>
    public ReportingPeriod(string code, string name, Period days)
    {
        Code = Line(code, "The code of the period", LongestCode);
        Require(Code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && char.IsAsciiLetterOrDigit(Code[0]), "The code of the period is part of addresses and file names: use letters, digits and dashes only, such as 2026-Q3.");
        Name = Line(name, "The name of the period", LongestName);
        (From, To) = (days.From, days.To);
        (OpensOn, CutOffOn, DeadlineOn) = (days.To, days.To, days.To);
    }

#pragma warning disable CS8618 // read from the database
    private ReportingPeriod() { }
#pragma warning restore CS8618

    public string Code { get; private set; }

    /// <summary>"Third quarter of 2026".</summary>
    public string Name { get; private set; }

    /// <summary>First and last day that is reported on.</summary>
    public DateOnly From { get; private set; }

    /// <inheritdoc cref="From"/>
    public DateOnly To { get; private set; }

    /// <summary>From this day on territories can submit.</summary>
    public DateOnly OpensOn { get; private set; }

    /// <summary>The last day to submit; who has not is captured after it, as it stands, and marked so.</summary>
    public DateOnly CutOffOn { get; private set; }

    /// <summary>The day on which the frozen report is due at the Commission.</summary>
    public DateOnly DeadlineOn { get; private set; }

    public bool IsFrozen { get; private set; }

    /// <summary>0 until it is frozen for the first time; of a reopened period the number of the last frozen revision.</summary>
    public int Revision { get; private set; }

    /// <summary>UTC; of the last revision.</summary>
    public DateTime? FrozenAt { get; private set; }

    public IReadOnlyList<PeriodStep> Steps => _steps;
    public Period Days => new(From, To);

    /// <summary>The code and name of the quarter that a day lies in.</summary>
    public static (string Code, string Name, Period Days) QuarterOf(DateOnly day)
    {
        var quarter = (day.Month + 2) / 3;
        string[] ordinals = ["First", "Second", "Third", "Fourth"];
        return (FormattableString.Invariant($"{day.Year}-Q{quarter}"), FormattableString.Invariant($"{ordinals[quarter - 1]} quarter of {day.Year}"), Period.Of(PeriodLength.Quarter, day));
    }

    /// <summary>The quarter that a code such as 2026-Q4 names; empty when it names none.</summary>
    public static Period? QuarterOf(string? code) =>
        code?.Trim() is [_, _, _, _, '-', 'Q', >= '1' and <= '4'] given && int.TryParse(given.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100
            ? QuarterOf(new DateOnly(year, 3 * (given[6] - '0'), 1)).Days : null;

    /// <summary>The days that are usual: it opens two weeks before its end or when somebody thinks of it, the cut-off comes fifteen days after its end and the deadline thirty.</summary>
    public static (DateOnly OpensOn, DateOnly CutOffOn, DateOnly DeadlineOn) UsualDays(Period days, DateOnly today)
    {
        var opens = Later(days.From, Later(days.To.AddDays(-DaysOpenBeforeEnd), today));
        var cutOff = days.To.AddDays(DaysToCutOff) >= opens ? days.To.AddDays(DaysToCutOff) : opens.AddDays(DaysToCutOff);
        return (opens, cutOff, Later(days.To.AddDays(DaysToDeadline), cutOff));

        static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
    }

    /// <summary>It begins.</summary>
    /// <param name="now">UTC.</param>
    public void Open(DateOnly opens, DateOnly cutOff, DateOnly deadline, Guid? personId, DateTime now)
    {
        Plan(opens, cutOff, deadline);
        _steps.Add(new PeriodStep(Id, PeriodStepKind.Opened, Revision, null, personId, now));
    }

    /// <exception cref="RuleViolationException">When it is frozen, the days are in no possible order, or a move has no reason.</exception>
    public void Move(DateOnly opens, DateOnly cutOff, DateOnly deadline, string? reason, Guid? personId, DateTime now)
    {
        RequireOpen();
        if ((opens, cutOff, deadline) == (OpensOn, CutOffOn, DeadlineOn))
            return;
        var why = Reason(reason, "the days are moved");
        Plan(opens, cutOff, deadline);
        _steps.Add(new PeriodStep(Id, PeriodStepKind.Moved, Revision, why, personId, now));
    }

    public void Call(string name)
    {
        RequireOpen();
        Name = Line(name, "The name of the period", LongestName);
    }

    /// <summary>Seals it as the next revision.</summary>
    /// <param name="unnamed">How many participants are unconfirmed or have no name yet.</param>
    /// <param name="reason">Why it is frozen with them; printed.</param>
    /// <param name="isWhole">Whether every territory's report is approved.</param>
    /// <exception cref="RuleViolationException">When it is frozen, its cut-off has not passed while reports are open, or such participants have no reason.</exception>
    public PeriodStep Freeze(int unnamed, string? reason, bool isWhole, Guid? personId, DateOnly today, DateTime now)
    {
        RequireOpen();
        Require(isWhole || today >= CutOffOn, $"The cut-off ({CutOffOn:yyyy-MM-dd}) has not come and not every report is approved. Freeze on that day, or move the cut-off.");
        Require(unnamed == 0 || !string.IsNullOrWhiteSpace(reason),
            $"{unnamed} of the participants {(unnamed == 1 ? "is" : "are")} unconfirmed or not named. Name and confirm them, or say why the period is frozen with them; the reason is printed.");
        var why = unnamed == 0 ? null : Reason(reason, "the period is frozen with them");
        (IsFrozen, FrozenAt, Revision) = (true, now, Revision + 1);
        var step = new PeriodStep(Id, PeriodStepKind.Frozen, Revision, why, personId, now);
        _steps.Add(step);
        return step;
    }

    /// <summary>Work on the next revision begins; what was issued stays.</summary>
    /// <exception cref="RuleViolationException">When it is not frozen, or no reason is given.</exception>
    public PeriodStep Reopen(string? reason, Guid? personId, DateTime now)
    {
        Require(IsFrozen, "The period is not frozen, so there is nothing to reopen.");
        var step = new PeriodStep(Id, PeriodStepKind.Reopened, Revision, Reason(reason, "the period is reopened"), personId, now);
        _steps.Add(step);
        IsFrozen = false;
        return step;
    }

    /// <exception cref="RuleViolationException">When it is frozen.</exception>
    public void RequireOpen() => Require(!IsFrozen, $"The period {Code} is frozen as revision {Revision}. A coordinator can reopen it, with a reason.");

    /// <param name="mayBeLate">Whether the office has opened the report again; else its cut-off holds, even before the facts are taken.</param>
    /// <exception cref="RuleViolationException">When it is frozen, the day from which territories can submit has not come, or the cut-off has passed.</exception>
    public void RequireSubmittable(DateOnly today, bool mayBeLate)
    {
        RequireOpen();
        Require(today >= OpensOn, $"Reports on {Name} can be submitted from {OpensOn:yyyy-MM-dd} on. What you write until then is kept.");
        Require(mayBeLate || today <= CutOffOn, $"The cut-off ({CutOffOn:yyyy-MM-dd}) has passed, and the facts are taken as they stood. The support office can return the report to you; edits made now land in the next period.");
    }

    private void Plan(DateOnly opens, DateOnly cutOff, DateOnly deadline)
    {
        Require(opens >= From, $"The period cannot open on {opens:yyyy-MM-dd}, before its first day ({From:yyyy-MM-dd}).");
        Require(cutOff >= opens, $"The cut-off ({cutOff:yyyy-MM-dd}) lies before the day it opens ({opens:yyyy-MM-dd}).");
        Require(deadline >= cutOff, $"The deadline ({deadline:yyyy-MM-dd}) lies before the cut-off ({cutOff:yyyy-MM-dd}).");
        (OpensOn, CutOffOn, DeadlineOn) = (opens, cutOff, deadline);
    }

    private static string Reason(string? reason, string what)
    {
        var given = Line(reason, "The reason", LongestReason);
        Require(given.Length >= ShortestReason, $"Say why {what}, so that somebody else understands it later.");
        return given;
    }
}

public enum PeriodStepKind
{
    Opened,
    Moved,
    Frozen,
    Reopened,
}

/// <summary>Something that was done with a period. Never edited.</summary>
public sealed class PeriodStep : Entity
{
    internal PeriodStep(Guid periodId, PeriodStepKind kind, int revision, string? reason, Guid? personId, DateTime at) =>
        (PeriodId, Kind, Revision, Reason, PersonId, At) = (periodId, kind, revision, reason, personId, at);

    private PeriodStep() { } // read from the database

    public Guid PeriodId { get; private set; }
    public PeriodStepKind Kind { get; private set; }

    /// <summary>Of a freezing, the revision it made; else the one that stood.</summary>
    public int Revision { get; private set; }

    /// <summary>Of a freezing, why it was frozen although participants are unconfirmed or not named.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who did it; empty for the command line.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}
