using Ccri.Domain.Plans;
using Ccri.Domain.Programme;

namespace Ccri.Domain.Reports;

/// <summary>What is compared of one thing of a snapshot, whatever it is.</summary>
/// <param name="Key">The same in both snapshots; a thing with several findings has one for each.</param>
/// <param name="Parent">The key of what it is part of: what came or went as a whole is told once.</param>
internal sealed record ComparedThing(string Key, string? Parent, ChangeNoun Noun, Guid Id, string Name, string? Of)
{
    /// <summary>Done, dropped, stopped, answered, accepted: over.</summary>
    public bool IsOver { get; init; }

    /// <summary>The day it is expected; of what is over the day it ended, where that is known.</summary>
    public DateOnly? Day { get; init; }
    public string? DayCause { get; init; }

    /// <summary>Whether another day means something else than a slip once the step is another: the next gate of a project.</summary>
    public bool DayBelongsToStep { get; init; }

    /// <summary>Whether its causes are a remark that stays with it: where it said the same before, it is the cause of nothing new.</summary>
    public bool CauseStays { get; init; }
    public SnapshotStatus? Status { get; init; }
    public string? Step { get; init; }
    public string? StepCause { get; init; }

    /// <summary>A second step besides the first: the phase of a solution.</summary>
    public string? Phase { get; init; }
    public string? PhaseCause { get; init; }
    public IReadOnlyList<ComparedFigure> Figures { get; init; } = [];
    public FundingSource? Source { get; init; }
}

/// <param name="Basis">What it counts; figures of another basis or unit are not compared. Empty: of any.</param>
internal sealed record ComparedFigure(ChangeFigure What, decimal? Value, string Unit, string? Cause, string? Basis = null)
{
    public bool IsComparableWith(ComparedFigure other) => Unit == other.Unit && (Basis is null || other.Basis is null || Basis == other.Basis);
}
