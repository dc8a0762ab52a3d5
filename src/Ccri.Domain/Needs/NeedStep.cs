namespace Ccri.Domain.Needs;

public enum NeedStepKind
{
    Raised,
    Split,
    Merged,

    /// <summary>Another need was merged into it.</summary>
    TookOver,
    Judged,
    Dropped,
    Reopened,
}

/// <summary>Something that happened to a need; never edited.</summary>
public sealed class NeedStep : Entity, IOfTerritory
{
    /// <param name="on">The day in the programme's calendar; of a verdict the day it was given.</param>
    /// <param name="personId">Who did it; empty for the command line.</param>
    /// <param name="at">UTC, when it was written down.</param>
    public NeedStep(Need need, NeedStepKind kind, DateOnly on, string? text, Guid? personId, DateTime at) =>
        (NeedId, TerritoryId, Kind, On, Text, PersonId, At) = (need.Id, need.TerritoryId, kind, on, Optional(text), personId, at);

    private NeedStep() { } // read from the database

    public Guid NeedId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public NeedStepKind Kind { get; private set; }
    public DateOnly On { get; private set; }

    /// <summary>The reason, or the territory's own words.</summary>
    public string? Text { get; private set; }

    /// <summary>The need that it was merged with or split from.</summary>
    public Guid? OtherNeedId { get; private set; }

    /// <summary>What the territory said.</summary>
    public NeedVerdict? Verdict { get; private set; }

    /// <summary>Whether the support office wrote the verdict down as the territory told it; the territory did otherwise.</summary>
    public bool IsTold { get; private set; }
    public Guid? PersonId { get; private set; }
    public DateTime At { get; private set; }

    public static NeedStep With(Need need, NeedStepKind kind, Need other, DateOnly on, string? text, Guid? personId, DateTime at) => new(need, kind, on, text, personId, at) { OtherNeedId = other.Id };

    /// <summary>The territory's verdict on a need.</summary>
    /// <exception cref="RuleViolationException">When the day has not come yet, or the need was raised after it.</exception>
    public static NeedStep OfVerdict(Need need, NeedVerdict verdict, DateOnly on, string? text, bool isTold, Guid? personId, DateTime at, DateOnly today)
    {
        Require(on <= today, $"The day {on:yyyy-MM-dd} has not come yet. Enter the day on which the territory said so.");
        Require(on >= need.RaisedOn, $"The need was raised on {need.RaisedOn:yyyy-MM-dd}, so nobody can have judged it before that.");
        return new NeedStep(need, NeedStepKind.Judged, on, text, personId, at) { Verdict = verdict, IsTold = isTold };
    }
}
