using Ccri.Domain.Solutions;
using Ccri.Domain.Support;

namespace Ccri.Domain.Needs;

public enum NeedState
{
    /// <summary>Nothing has served it yet.</summary>
    Open,

    /// <summary>At least one activity serves it.</summary>
    InSupport,

    /// <summary>The territory says so.</summary>
    Met,

    /// <summary>The territory says that the support did not help.</summary>
    NotMet,

    /// <summary>Given up, or merged into another.</summary>
    Dropped,
}

/// <summary>What a territory says of a need after the support.</summary>
public enum NeedVerdict
{
    Met,
    Partly,
    NotMet,
}

/// <summary>What a territory needs help with: raised, served by activities, judged by the territory. Source: domain.md 4.4.</summary>
public sealed class Need : Entity, IOfTerritory
{
    public const int LongestStatement = 500, LongestText = 2000, Lowest = 1, Highest = 5;

    /// <param name="number">1, 2, 3 … within the territory.</param>
    /// <param name="dimension">The key of a question.</param>
    public Need(Guid territoryId, int number, string dimension, string statement, DateOnly raisedOn)
    {
        (TerritoryId, Number, RaisedOn) = (territoryId, number, raisedOn);
        (Dimension, Statement, Severity, Urgency) = ("", "", 3, 3);
        Describe(dimension, statement, null);
    }

#pragma warning disable CS8618 // read from the database
    private Need() { }
#pragma warning restore CS8618

    public Guid TerritoryId { get; private set; }
    public int Number { get; private set; }

    /// <summary>The key of the question under which it falls.</summary>
    public string Dimension { get; private set; }
    public string Statement { get; private set; }
    public string? Evidence { get; private set; }

    /// <summary>1 (little) to 5 (grave).</summary>
    public int Severity { get; private set; }

    /// <summary>1 (can wait) to 5 (now).</summary>
    public int Urgency { get; private set; }

    /// <summary>The phase of the methodology in which it hinders; empty when in all.</summary>
    public Phase? Phase { get; private set; }

    /// <summary>The support that the territory asks for.</summary>
    public ActivityType? Wanted { get; private set; }
    public DateOnly RaisedOn { get; private set; }

    /// <summary>The round whose rating it was made from.</summary>
    public Guid? RoundId { get; private set; }
    public NeedState State { get; private set; }

    /// <summary>Why it was dropped.</summary>
    public string? StateReason { get; private set; }
    public Guid? MergedIntoId { get; private set; }
    public Guid? SplitFromId { get; private set; }

    /// <summary>Whether somebody still has to do something about it.</summary>
    public bool IsOpen => State is NeedState.Open or NeedState.InSupport;

    /// <summary>Grave and urgent first; 1 to 25.</summary>
    public int Weight => Severity * Urgency;

    public void Describe(string dimension, string statement, string? evidence) =>
        (Dimension, Statement, Evidence) = (Line(dimension, "The dimension", Question.LongestKey), Line(statement, "The need", LongestStatement), Optional(evidence));

    /// <exception cref="RuleViolationException">When one of them is not between 1 and 5.</exception>
    public void Weigh(int severity, int urgency)
    {
        Require(severity is >= Lowest and <= Highest, $"The severity is between {Lowest} and {Highest}, not {severity}.");
        Require(urgency is >= Lowest and <= Highest, $"The urgency is between {Lowest} and {Highest}, not {urgency}.");
        (Severity, Urgency) = (severity, urgency);
    }

    public void Want(Phase? phase, ActivityType? wanted) => (Phase, Wanted) = (phase, wanted);

    /// <exception cref="RuleViolationException">When the day has not come yet.</exception>
    public void Raise(DateOnly on, DateOnly today)
    {
        Require(on <= today, $"The day {on:yyyy-MM-dd} has not come yet. Enter the day on which the need was raised.");
        RaisedOn = on;
    }

    /// <summary>It was made from a rating of that round.</summary>
    public void ComeFrom(AssessmentRound round) => RoundId = round.Id;

    /// <summary>An activity serves it. One that is met stays so.</summary>
    /// <exception cref="RuleViolationException">When it was dropped.</exception>
    public void Serve()
    {
        RequireInUse();
        if (State is NeedState.Open or NeedState.NotMet)
            State = NeedState.InSupport;
    }

    /// <summary>No activity serves it any more.</summary>
    public void LeaveUnserved()
    {
        if (State == NeedState.InSupport)
            State = NeedState.Open;
    }

    /// <summary>The territory judges; partly met, it stays in support.</summary>
    /// <param name="isServed">Whether an activity serves it.</param>
    /// <exception cref="RuleViolationException">When it was dropped.</exception>
    public void Take(NeedVerdict verdict, bool isServed)
    {
        RequireInUse();
        State = verdict switch
        {
            NeedVerdict.Met => NeedState.Met,
            NeedVerdict.NotMet => NeedState.NotMet,
            _ => isServed ? NeedState.InSupport : NeedState.Open,
        };
    }

    /// <exception cref="RuleViolationException">When it was dropped before, or no reason is given.</exception>
    public void Drop(string? reason)
    {
        RequireInUse();
        (State, StateReason) = (NeedState.Dropped, Line(reason, "The reason why it is dropped", LongestText));
    }

    /// <param name="isServed">Whether an activity serves it.</param>
    /// <exception cref="RuleViolationException">When it is open, or lives on in another.</exception>
    public void Reopen(bool isServed)
    {
        Require(!IsOpen, "The need is open already.");
        Require(MergedIntoId is null, "The need was merged into another and lives on in that one.");
        (State, StateReason) = (isServed ? NeedState.InSupport : NeedState.Open, null);
    }

    /// <summary>It lives on in another need of the same territory.</summary>
    /// <exception cref="RuleViolationException">When one of the two was dropped, they are one and the same, or of two territories.</exception>
    public void MergeInto(Need other, string? reason)
    {
        Require(other.Id != Id, "A need cannot be merged into itself. Choose another one.");
        Require(other.TerritoryId == TerritoryId, "Only needs of the same territory are merged.");
        other.RequireInUse();
        Drop(reason);
        MergedIntoId = other.Id;
    }

    /// <summary>A part of it that becomes a need of its own, raised as long ago, as grave and as urgent.</summary>
    /// <exception cref="RuleViolationException">When it is not open.</exception>
    public Need Split(int number, string dimension, string statement)
    {
        Require(IsOpen, "Only an open need is split. Reopen it first.");
        var part = new Need(TerritoryId, number, dimension, statement, RaisedOn) { SplitFromId = Id, RoundId = RoundId, Phase = Phase, Wanted = Wanted };
        part.Weigh(Severity, Urgency);
        return part;
    }

    private void RequireInUse() => Require(State != NeedState.Dropped, MergedIntoId is null ? $"Need {Number} was dropped. Reopen it first." : $"Need {Number} was merged into another and lives on in that one.");
}
