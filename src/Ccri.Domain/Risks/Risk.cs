namespace Ccri.Domain.Risks;

public enum RiskKind
{
    /// <summary>May happen.</summary>
    Risk,

    /// <summary>Has happened.</summary>
    Issue,
}

public enum RiskLevel
{
    Low,
    Medium,
    High,
}

/// <summary>Something that may keep a territory from its aims, or does already. Source: domain.md section 7, outline item 9.</summary>
public sealed class Risk : Entity, IOfTerritory
{
    public const int LongestTitle = 300, LongestText = 2000;

    public Risk(Guid territoryId, RiskKind kind, string title, DateOnly on)
    {
        (TerritoryId, RaisedOn) = (territoryId, on);
        Title = "";
        Call(kind, title);
    }

#pragma warning disable CS8618 // read from the database
    private Risk() { }
#pragma warning restore CS8618

    public Guid TerritoryId { get; private set; }
    public RiskKind Kind { get; private set; }
    public string Title { get; private set; }

    /// <summary>How likely; of an issue empty: it has happened.</summary>
    public RiskLevel? Probability { get; private set; }
    public RiskLevel Impact { get; private set; }

    /// <summary>What is done about it.</summary>
    public string? Mitigation { get; private set; }

    /// <summary>The organisation that sees to it; empty while none does.</summary>
    public Guid? OwnerOrganisationId { get; private set; }
    public DateOnly RaisedOn { get; private set; }

    /// <summary>Empty while it is open.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>How it ended.</summary>
    public string? Outcome { get; private set; }

    public bool IsOpen => ClosedOn is null;

    /// <summary>Likely and grave first; an issue before a risk of the same impact.</summary>
    public int Weight => ((int)Impact + 1) * (Probability is { } probability ? (int)probability + 1 : 4);

    public void Call(RiskKind kind, string title) => (Kind, Title) = (kind, Line(title, kind == RiskKind.Risk ? "The risk" : "The issue", LongestTitle));

    /// <exception cref="RuleViolationException">When a risk has no probability.</exception>
    public void Weigh(RiskLevel? probability, RiskLevel impact)
    {
        Require(Kind == RiskKind.Issue || probability is not null, "Say how likely the risk is.");
        (Probability, Impact) = (Kind == RiskKind.Issue ? null : probability, impact);
    }

    public void Answer(string? mitigation, Guid? ownerOrganisationId) => (Mitigation, OwnerOrganisationId) = (Optional(mitigation), ownerOrganisationId);

    /// <exception cref="RuleViolationException">When it has not come yet.</exception>
    public void Raise(DateOnly on, DateOnly today)
    {
        Require(on <= today, $"The day {on:yyyy-MM-dd} has not come yet. Enter the day on which it was noticed.");
        Require(ClosedOn is null || on <= ClosedOn, $"It was closed on {ClosedOn:yyyy-MM-dd}, so it cannot have been noticed after that.");
        RaisedOn = on;
    }

    /// <exception cref="RuleViolationException">When it is closed, the day is impossible, or no outcome is given.</exception>
    public void Close(DateOnly on, string? outcome, DateOnly today)
    {
        Require(IsOpen, $"It was closed on {ClosedOn:yyyy-MM-dd} already.");
        Require(on <= today, $"The day {on:yyyy-MM-dd} has not come yet. Close it once it is over.");
        Require(on >= RaisedOn, $"It was noticed on {RaisedOn:yyyy-MM-dd}, so it cannot be closed before that.");
        (ClosedOn, Outcome) = (on, Line(outcome, "How it ended", LongestText));
    }

    /// <exception cref="RuleViolationException">When it is open.</exception>
    public void Reopen()
    {
        Require(!IsOpen, "It is open already.");
        (ClosedOn, Outcome) = (null, null);
    }
}
