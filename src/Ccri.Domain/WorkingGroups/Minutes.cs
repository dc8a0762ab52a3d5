namespace Ccri.Domain.WorkingGroups;

/// <summary>The minutes went from one state to another.</summary>
public sealed class SessionStep : Entity
{
    public const int LongestReason = 500;

    internal SessionStep(Guid sessionId, int number, SessionState from, SessionState to, string? reason, Guid? personId, DateTime at) =>
        (SessionId, Number, From, To, Reason, PersonId, At) = (sessionId, number, from, to, reason, personId, at);

    private SessionStep() { }

    public Guid SessionId { get; private set; }
    public int Number { get; private set; }
    public SessionState From { get; private set; }
    public SessionState To { get; private set; }

    /// <summary>Why they were withdrawn.</summary>
    public string? Reason { get; private set; }
    public Guid? PersonId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>The minutes as they were before somebody put them right; never changed.</summary>
public sealed class MinutesVersion : Entity
{
    public const int LongestReason = 500;

    internal MinutesVersion(Guid sessionId, int number, string picture, string reason, Guid? personId, DateTime now) =>
        (SessionId, Number, Picture, Reason, PersonId, At) = (sessionId, number, picture, Line(reason, "The reason", LongestReason), personId, now);

#pragma warning disable CS8618 // read from the database
    private MinutesVersion() { }
#pragma warning restore CS8618

    public Guid SessionId { get; private set; }

    /// <summary>1, 2, 3 … within the session.</summary>
    public int Number { get; private set; }

    /// <summary>How the session was, as JSON.</summary>
    public string Picture { get; private set; }

    /// <summary>What was put right after it, and why.</summary>
    public string Reason { get; private set; }
    public Guid? PersonId { get; private set; }

    /// <summary>UTC; when it was put right.</summary>
    public DateTime At { get; private set; }
}

public enum ObjectionState
{
    Open,

    /// <summary>The minutes were put right.</summary>
    Accepted,

    /// <summary>The minutes stay as they are.</summary>
    Declined,
}

/// <summary>Somebody who took part says, before the minutes are final, that they are wrong.</summary>
public sealed class Objection : Entity
{
    public const int LongestText = 2000;

    internal Objection(Guid sessionId, int number, Attendee attendee, string text, Guid? personId, DateTime now) =>
        (SessionId, Number, TerritoryId, OrganisationId, Text, RaisedById, RaisedAt) = (sessionId, number, attendee.TerritoryId, attendee.OrganisationId, Line(text, "The objection", LongestText), personId, now);

#pragma warning disable CS8618 // read from the database
    private Objection() { }
#pragma warning restore CS8618

    public Guid SessionId { get; private set; }

    /// <summary>1, 2, 3 … within the session.</summary>
    public int Number { get; private set; }

    /// <summary>For whom it is raised.</summary>
    public Guid? TerritoryId { get; private set; }

    /// <inheritdoc cref="TerritoryId"/>
    public Guid? OrganisationId { get; private set; }
    public string Text { get; private set; }
    public Guid? RaisedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RaisedAt { get; private set; }
    public ObjectionState State { get; private set; }
    public string? Answer { get; private set; }
    public Guid? AnsweredById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <exception cref="RuleViolationException">When it was answered, or the answer is missing.</exception>
    public void Close(bool accepted, string? answer, Guid? personId, DateTime now)
    {
        Require(State == ObjectionState.Open, "The objection is answered already.");
        (State, Answer, AnsweredById, AnsweredAt) = (accepted ? ObjectionState.Accepted : ObjectionState.Declined, Line(answer, "The answer", LongestText), personId, now);
    }
}
