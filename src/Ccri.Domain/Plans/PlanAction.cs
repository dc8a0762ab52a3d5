namespace Ccri.Domain.Plans;

/// <summary>How far an action is.</summary>
public enum ActionStatus
{
    NotStarted,
    InProgress,
    Done,

    /// <summary>Will not be done; the reason is told.</summary>
    Dropped,
}

/// <summary>An action (measure) of an action plan. Source: domain.md 5.2.</summary>
public sealed class PlanAction : Entity, IOfTerritory
{
    /// <param name="number">As the plan numbers it: 3.2, M14; unique within the plan.</param>
    public PlanAction(Guid planId, Guid territoryId, string number, string title)
    {
        (PlanId, TerritoryId) = (planId, territoryId);
        (Number, Title) = ("", "");
        Call(number, title);
    }

#pragma warning disable CS8618 // read from the database
    private PlanAction() { }
#pragma warning restore CS8618

    public Guid PlanId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public string Number { get; private set; }
    public string Title { get; private set; }
    public string? Description { get; private set; }
    public Guid? ObjectiveId { get; private set; }

    /// <summary>The levers that it uses, besides its objective.</summary>
    public List<Guid> LeverIds { get; private set; } = [];
    public Guid? SolutionId { get; private set; }
    public Guid? IndicatorId { get; private set; }
    public string? Sector { get; private set; }
    public RStrategy? Strategy { get; private set; }

    /// <summary>The first day of the month it begins, and the last day of the month it is to end.</summary>
    public DateOnly? Start { get; private set; }
    public DateOnly? End { get; private set; }

    /// <summary>When it is expected to end; empty while that is as planned.</summary>
    public DateOnly? Forecast { get; private set; }

    /// <summary>In cents of <see cref="Currency"/>; empty is not known, never nothing.</summary>
    public long? Budget { get; private set; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; private set; } = Money.Euro;

    /// <summary>Where the money comes from, in words.</summary>
    public string? Funding { get; private set; }
    public ActionStatus Status { get; private set; }

    /// <summary>0 to 100.</summary>
    public int PercentDone { get; private set; }

    /// <summary>Empty until it is done.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>Why it was dropped, or what stands in its way.</summary>
    public string? Remark { get; private set; }

    public void Call(string number, string title) => (Number, Title) = (Line(number, "The number of the action", 20), Line(title, "The title of the action", 500));
    public void Describe(string? description) => Description = Optional(description);
    public void WorkIn(string? sector, RStrategy? strategy) => (Sector, Strategy) = (Optional(sector), strategy);
    public void Measure(Guid? indicatorId) => IndicatorId = indicatorId;

    /// <exception cref="RuleViolationException">When the objective or a lever is none of this plan.</exception>
    public void Serve(Objective? objective, IReadOnlyCollection<Objective> levers)
    {
        Require(objective is null || objective.PlanId == PlanId && !objective.IsLever, "That objective is none of this plan. Choose one of the list.");
        Require(levers.All(l => l.PlanId == PlanId && l.IsLever), "A lever is none of this plan. Choose among those of the list.");
        (ObjectiveId, LeverIds) = (objective?.Id, [.. levers.Select(l => l.Id)]);
    }

    /// <param name="solution">Of the same territory.</param>
    /// <exception cref="RuleViolationException">When the solution is another territory's.</exception>
    public void Contribute(Solutions.Solution? solution)
    {
        Require(solution is null || solution.TerritoryId == TerritoryId, "That solution belongs to another territory. Choose one of this territory.");
        SolutionId = solution?.Id;
    }

    /// <exception cref="RuleViolationException">When it would end before it begins.</exception>
    public void Run(DateOnly? start, DateOnly? end)
    {
        Require(start is null || end is null || start <= end, $"The end ({end:yyyy-MM-dd}) lies before the start ({start:yyyy-MM-dd}).");
        (Start, End) = (start, end);
        if (Forecast == end)
            Forecast = null;
    }

    /// <exception cref="RuleViolationException">When the amount is negative or the currency unknown.</exception>
    public void Cost(long? cents, string? currency, string? funding)
    {
        Require(cents is not < 0, "The budget is negative. Please enter an amount of 0 or more, or leave it empty when it is not known.");
        Require(cents is null or <= Money.Largest, "The budget is too large to be right. Please enter it in whole units of the currency, not in cents.");
        (Budget, Currency, Funding) = (cents, Money.Known(currency ?? Money.Euro), Optional(funding));
    }

    /// <summary>When it is expected to end now.</summary>
    /// <exception cref="RuleViolationException">When it is done or dropped, or a new day lies in the past or before its start.</exception>
    public void Expect(DateOnly? end, DateOnly today)
    {
        RequirePossible(end);
        Require(end is null || end == Forecast || end == End || end >= today, $"The forecast ({end:yyyy-MM-dd}) lies in the past. Enter the day on which it is expected to end now, or say that it is done.");
        Forecast = end == End ? null : end;
    }

    /// <summary>How much of it is done. 100 does not say that it is done: that is said with its day.</summary>
    /// <exception cref="RuleViolationException">When it is not between 0 and 100, or the action was dropped.</exception>
    public void Progress(int percent)
    {
        Require(percent is >= 0 and <= 100, $"The progress is between 0 and 100 per cent, not {percent}.");
        Require(Status != ActionStatus.Dropped, "The action was dropped. Take it up again first.");
        Require(Status != ActionStatus.Done || percent == 100, "The action is done. Take it up again first.");
        PercentDone = percent;
        if (Status == ActionStatus.NotStarted && percent > 0)
            Status = ActionStatus.InProgress;
    }

    /// <summary>Work on it began, or is taken up again.</summary>
    public void TakeUp()
    {
        PercentDone = Status == ActionStatus.Done ? 90 : PercentDone; // what was complete is not any more; nobody has said how much is
        (Status, DoneOn) = (ActionStatus.InProgress, null);
    }

    /// <summary>Not begun after all.</summary>
    public void NotBegun() => (Status, PercentDone, DoneOn) = (ActionStatus.NotStarted, 0, null);

    /// <summary>Done; a second time puts the day right.</summary>
    /// <exception cref="RuleViolationException">When the day has not come yet, lies before its start, or the action was dropped.</exception>
    public void Finish(DateOnly on, DateOnly today)
    {
        Require(Status != ActionStatus.Dropped, "The action was dropped. Take it up again first.");
        Require(on <= today, $"The day {on:yyyy-MM-dd} has not come yet. An action is done on the day it is finished.");
        Require(Start is null || on >= Start, $"The action begins on {Start:yyyy-MM-dd} and cannot be done before it.");
        (Status, PercentDone, DoneOn, Forecast) = (ActionStatus.Done, 100, on, null);
    }

    /// <exception cref="RuleViolationException">When no reason is given.</exception>
    public void Drop(string? reason)
    {
        Require(!string.IsNullOrWhiteSpace(reason), "Say why the action is dropped, in a sentence.");
        (Status, Remark, DoneOn, Forecast) = (ActionStatus.Dropped, Optional(reason), null, null);
    }

    public void Note(string? remark) => Remark = Optional(remark);

    /// <summary>How far it is, as a whole: what a quick edit changes, and what its undoing puts back.</summary>
    public ActionProgress Standing() => new(Status, PercentDone, DoneOn, Forecast);

    /// <summary>As it stood before a quick edit.</summary>
    /// <exception cref="RuleViolationException">When it cannot have stood so, or the action was dropped before or since.</exception>
    public void PutBack(ActionProgress before, DateOnly today)
    {
        Require(Status != ActionStatus.Dropped && before.Status != ActionStatus.Dropped, "The action was dropped. Take it up again first.");
        (Status, DoneOn) = (before.Status == ActionStatus.NotStarted ? ActionStatus.NotStarted : ActionStatus.InProgress, null);
        Progress(before.Percent);
        if (before.Status == ActionStatus.Done)
            Finish(before.DoneOn ?? today, today);
        RequirePossible(before.Forecast);
        Forecast = before.Forecast;
    }

    private void RequirePossible(DateOnly? forecast)
    {
        Require(forecast is null || !IsOver(Status), "The action is over; it needs no forecast any more.");
        Require(forecast is null || Start is null || forecast >= Start, $"The forecast ({forecast:yyyy-MM-dd}) lies before the start ({Start:yyyy-MM-dd}).");
    }

    /// <summary>Days after its planned end; 0 when it is over, has no end, or is not late.</summary>
    public int DaysLate(DateOnly today) => DaysLate(Status, End, today);

    /// <inheritdoc cref="DaysLate(DateOnly)"/>
    public static int DaysLate(ActionStatus status, DateOnly? end, DateOnly today) => IsOver(status) || end is not { } last || today <= last ? 0 : today.DayNumber - last.DayNumber;

    /// <summary>Done or dropped: nothing more is expected of it.</summary>
    public static bool IsOver(ActionStatus status) => status is ActionStatus.Done or ActionStatus.Dropped;
}

/// <summary>How far an action is at one moment.</summary>
/// <param name="Percent">0 to 100.</param>
public sealed record ActionProgress(ActionStatus Status, int Percent, DateOnly? DoneOn, DateOnly? Forecast);
