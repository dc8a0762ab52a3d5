using Ccri.Domain.Plans;
using Ccri.Domain.Programme;

namespace Ccri.Domain.Reports;

public enum ChangeKind
{
    /// <summary>It was not there before.</summary>
    New,

    /// <summary>It is done, complete, dropped, stopped, answered or gone.</summary>
    Closed,

    /// <summary>Its day lies later than before.</summary>
    Slipped,

    /// <summary>Its day lies earlier than before.</summary>
    BroughtForward,

    /// <summary>Its status is another.</summary>
    Status,

    /// <summary>Its stage, phase, state or step is another.</summary>
    Step,

    /// <summary>Its figure is another: an indicator, a score, money, per cent done.</summary>
    Figure,
}

public enum ChangeNoun
{
    Territory,
    Plan,
    Action,
    Milestone,
    Project,
    FundingLine,
    Solution,
    Indicator,
    Risk,
    Finding,
    Recommendation,
    Need,

    /// <summary>The last assessment of needs by the support office.</summary>
    Assessment,
}

/// <summary>Which figure of a thing is another.</summary>
public enum ChangeFigure
{
    /// <summary>Of an indicator: what is held against its target, else its newest value.</summary>
    Value,

    /// <summary>Of a plan: the sum of its section scores.</summary>
    Score,

    /// <summary>Of a plan: the money that is contracted or paid out.</summary>
    Secured,

    /// <summary>Of a plan: the money still to be found.</summary>
    Gap,
}

/// <summary>One thing that differs between two snapshots of a territory. Source: product.md, "What changed since the last report".</summary>
/// <param name="Id">Of the thing; the same in both snapshots.</param>
/// <param name="Name">As the later snapshot calls it.</param>
/// <param name="Of">What it is part of: the code of a plan or solution; empty when it stands for itself.</param>
public sealed record Change(ChangeKind Kind, ChangeNoun Noun, Guid Id, string Name, string? Of)
{
    /// <summary>The day before and now: of what slipped or was brought forward, and the day of what is new or closed where it has one.</summary>
    public DateOnly? OldDay { get; init; }

    /// <inheritdoc cref="OldDay"/>
    public DateOnly? NewDay { get; init; }

    /// <summary>Of <see cref="ChangeKind.Status"/>.</summary>
    public Rag? Was { get; init; }

    /// <inheritdoc cref="Was"/>
    public Rag? Is { get; init; }

    /// <summary>The member of the enumeration before and now, of <see cref="ChangeKind.Step"/> and of what closed: "Feasible", "Contracted".</summary>
    public string? OldStep { get; init; }

    /// <inheritdoc cref="OldStep"/>
    public string? NewStep { get; init; }

    /// <summary>Of <see cref="ChangeKind.Figure"/>: which one.</summary>
    public ChangeFigure? Figure { get; init; }

    /// <summary>Of <see cref="ChangeKind.Figure"/>, in <see cref="Unit"/>; empty where it was not known; amounts of money in cents of euro with the unit "EUR".</summary>
    public decimal? OldFigure { get; init; }

    /// <inheritdoc cref="OldFigure"/>
    public decimal? NewFigure { get; init; }
    public string? Unit { get; init; }

    /// <summary>Why, as somebody recorded it: the reason of a move, the sentence beside a status, the source and remark of a value, the evidence of a stage.</summary>
    public string? Cause { get; init; }

    /// <summary>Of a funding line, whose <see cref="Name"/> is that of its project, and of who gives the money where that is known.</summary>
    public FundingSource? Source { get; init; }
}
