using Ccri.Domain.Plans;

namespace Ccri.Domain.Solutions;

/// <summary>
/// A circular systemic solution: a cross-sectoral demonstration project of a territory, with a dated history of its phases and
/// states. Usually part of the territory's action plan. Source: domain.md 4.1 and 4.2.
/// </summary>
public sealed class Solution : Entity, IOfTerritory
{
    public const int LongestTitle = 300, LongestText = 4000;

    private readonly List<PhaseEntry> _phases = [];
    private readonly List<StateChange> _changes = [];

    /// <param name="code">Unique, such as CSS-UPPSALA-1.</param>
    public Solution(Guid territoryId, string code, string title)
    {
        TerritoryId = territoryId;
        Code = Line(code, "The code of the solution", 60);
        Title = "";
        SearchTitle = "";
        Call(title);
    }

#pragma warning disable CS8618 // read from the database
    private Solution() { }
#pragma warning restore CS8618

    public Guid TerritoryId { get; private set; }
    public string Code { get; private set; }
    public string Title { get; private set; }

    /// <summary>The title without accents and capitals, for searching.</summary>
    public string SearchTitle { get; private set; }
    public string? Description { get; private set; }

    /// <summary>What it is to reach, in the territory's words.</summary>
    public string? Objectives { get; private set; }

    /// <summary>The action plan it belongs to, when it belongs to one.</summary>
    public Guid? PlanId { get; private set; }
    public List<string> Sectors { get; private set; } = [];
    public List<string> ValueChains { get; private set; } = [];
    public SolutionState State { get; private set; }

    /// <summary>Empty until a phase is recorded.</summary>
    public Phase? Phase { get; private set; }

    /// <summary>Whether the support office helps with it: of Podravje's dozen, a few.</summary>
    public bool IsSupported { get; private set; }

    /// <summary>In the order of their numbers once sorted.</summary>
    public IReadOnlyList<PhaseEntry> Phases => _phases;
    public IReadOnlyList<StateChange> Changes => _changes;

    public void Call(string title)
    {
        Title = Line(title, "The title of the solution", LongestTitle);
        SearchTitle = Folding.ForSearch(Title);
    }

    public void Describe(string? description) => Description = Optional(description);
    public void Aim(string? objectives) => Objectives = Optional(objectives);

    /// <param name="plan">An action plan of the same territory.</param>
    /// <exception cref="RuleViolationException">When the plan is another territory's, or no action plan.</exception>
    public void BelongTo(Plan? plan)
    {
        Require(plan is null || plan.TerritoryId == TerritoryId, "That plan belongs to another territory. Choose one of this territory.");
        Require(plan is null || plan.Kind == PlanKind.Ceap, "A solution is part of an action plan. Choose an action plan.");
        PlanId = plan?.Id;
    }

    public void WorkIn(IEnumerable<string> sectors) => Sectors = Listed(sectors);
    public void Span(IEnumerable<string> valueChains) => ValueChains = Listed(valueChains);
    public void Support(bool byTheOffice) => IsSupported = byTheOffice;

    /// <summary>Enters a phase, which may be an earlier one again.</summary>
    /// <param name="today">In the programme's calendar.</param>
    /// <exception cref="RuleViolationException">When it is in that phase already, the day lies ahead, or before the phase it is in began.</exception>
    public PhaseEntry Enter(Phase phase, PartialDate from, string? note, DateOnly today)
    {
        Require(from.First <= today, $"The phase is to begin on {from.First:yyyy-MM-dd}, which has not come yet. Record it once it has begun.");
        var last = _phases.MaxBy(p => p.Number);
        Require(last is null || last.Phase != phase, $"The solution is in the phase {phase} already, since {last?.From:yyyy-MM-dd}.");
        Require(last is null || from.Last >= last.From, $"The phase {last?.Phase} began on {last?.From:yyyy-MM-dd}. The next one cannot begin before it.");
        var entry = new PhaseEntry(Id, TerritoryId, (last?.Number ?? 0) + 1, phase, from, note);
        _phases.Add(entry);
        Phase = phase;
        return entry;
    }

    /// <summary>Takes back the phase entered last, when it was recorded by mistake.</summary>
    /// <exception cref="RuleViolationException">When no phase is recorded.</exception>
    public PhaseEntry LeavePhase()
    {
        Require(_phases.Count > 0, "No phase is recorded that could be taken back.");
        var last = _phases.MaxBy(p => p.Number)!;
        _phases.Remove(last);
        Phase = _phases.MaxBy(p => p.Number)?.Phase;
        return last;
    }

    /// <inheritdoc cref="Change"/>
    public StateChange Pause(PartialDate on, string reason, string lesson, DateOnly today) =>
        Change(SolutionState.Paused, "paused", on, reason, lesson, today, SolutionState.Active, SolutionState.Redesigned);

    /// <inheritdoc cref="Change"/>
    public StateChange Resume(PartialDate on, string reason, string lesson, DateOnly today) =>
        Change(SolutionState.Active, "resumed", on, reason, lesson, today, SolutionState.Paused, SolutionState.Stopped, SolutionState.Completed);

    /// <inheritdoc cref="Change"/>
    public StateChange Stop(PartialDate on, string reason, string lesson, DateOnly today) =>
        Change(SolutionState.Stopped, "stopped", on, reason, lesson, today, SolutionState.Active, SolutionState.Paused, SolutionState.Redesigned);

    /// <inheritdoc cref="Change"/>
    public StateChange Redesign(PartialDate on, string reason, string lesson, DateOnly today) =>
        Change(SolutionState.Redesigned, "redesigned", on, reason, lesson, today, SolutionState.Active, SolutionState.Paused, SolutionState.Stopped, SolutionState.Redesigned);

    /// <inheritdoc cref="Change"/>
    public StateChange Complete(PartialDate on, string reason, string lesson, DateOnly today) =>
        Change(SolutionState.Completed, "completed", on, reason, lesson, today, SolutionState.Active, SolutionState.Redesigned);

    /// <summary>What can be done with a solution in this state; the page offers no other.</summary>
    public static IReadOnlyList<SolutionState> Next(SolutionState state) => state switch
    {
        SolutionState.Active => [SolutionState.Paused, SolutionState.Stopped, SolutionState.Redesigned, SolutionState.Completed],
        SolutionState.Redesigned => [SolutionState.Paused, SolutionState.Stopped, SolutionState.Redesigned, SolutionState.Completed],
        SolutionState.Paused => [SolutionState.Active, SolutionState.Stopped, SolutionState.Redesigned],
        SolutionState.Stopped => [SolutionState.Active, SolutionState.Redesigned],
        _ => [SolutionState.Active],
    };

    /// <summary>A change of state needs its day, its reason and what others can learn from it.</summary>
    /// <param name="today">In the programme's calendar.</param>
    /// <exception cref="RuleViolationException">When the state does not allow it, the day lies ahead or before the last change, or a text is missing.</exception>
    private StateChange Change(SolutionState to, string verb, PartialDate on, string reason, string lesson, DateOnly today, params SolutionState[] allowed)
    {
        Require(allowed.Contains(State), $"The solution is {State.ToString().ToLowerInvariant()} and cannot be {verb}.");
        Require(on.First <= today, $"The day {on.First:yyyy-MM-dd} has not come yet. Record the change once it has happened.");
        var last = _changes.MaxBy(c => c.Number);
        Require(last is null || on.Last >= last.On, $"The last change of its state is of {last?.On:yyyy-MM-dd}. The next one cannot lie before it.");
        var change = new StateChange(Id, TerritoryId, (last?.Number ?? 0) + 1, State, to, on, reason, lesson);
        _changes.Add(change);
        State = to;
        return change;
    }

    private static List<string> Listed(IEnumerable<string> items) => [.. items.Select(item => item.Trim()).Where(item => item.Length > 0).Distinct()];
}
