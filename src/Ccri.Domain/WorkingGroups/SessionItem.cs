using Ccri.Domain.Solutions;

namespace Ccri.Domain.WorkingGroups;

/// <summary>What an item of a session is; the report of a group is made of them. Source: product.md, "Working-group lead".</summary>
public enum ItemKind
{
    Barrier,
    Lever,

    /// <summary>Knowledge or a tool.</summary>
    Tool,
    GoodPractice,
    Recommendation,
    Decision,

    /// <summary>Somebody is to do something by a day.</summary>
    Action,
}

/// <summary>Something that was said, decided or is to be done.</summary>
public sealed class SessionItem : Entity
{
    public const int LongestText = 2000, LongestReason = 500;

    private readonly List<ItemTerritory> _territories = [];
    private readonly List<ItemSolution> _solutions = [];

    internal SessionItem(Guid sessionId, int number, ItemKind kind, string text)
    {
        (SessionId, Number, Text) = (sessionId, number, "");
        Say(kind, text, null);
    }

#pragma warning disable CS8618 // read from the database
    private SessionItem() { }
#pragma warning restore CS8618

    public Guid SessionId { get; private set; }

    /// <summary>1, 2, 3 … within the session; never given twice.</summary>
    public int Number { get; private set; }
    public ItemKind Kind { get; private set; }
    public string Text { get; private set; }

    /// <summary>Empty when none was chosen.</summary>
    public FactorDimension? Dimension { get; private set; }

    /// <summary>Of an action: the person who is to do it.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>Of an action: the territory that is to do it.</summary>
    public Guid? OwnerTerritoryId { get; private set; }
    public DateOnly? Due { get; private set; }

    /// <summary>UTC; empty while it is to be done.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>Why it is not in the report of the group; empty when it is.</summary>
    public string? LeftOutReason { get; private set; }
    public Guid? LeftOutById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? LeftOutAt { get; private set; }

    /// <summary>Which it is about.</summary>
    public IReadOnlyList<ItemTerritory> Territories => _territories;

    /// <inheritdoc cref="Territories"/>
    public IReadOnlyList<ItemSolution> Solutions => _solutions;

    /// <summary>Whether somebody still has to do it.</summary>
    public bool IsOpen => Kind == ItemKind.Action && DoneAt is null;

    /// <summary>An action that becomes something else is owed by nobody any more.</summary>
    public void Say(ItemKind kind, string text, FactorDimension? dimension)
    {
        (Kind, Text, Dimension) = (kind, Line(text, "What was said", LongestText), dimension);
        if (kind != ItemKind.Action)
            (OwnerId, OwnerTerritoryId, Due, DoneAt) = (null, null, null, null);
    }

    /// <summary>Who is to do it by when.</summary>
    /// <param name="on">The day of the session.</param>
    /// <exception cref="RuleViolationException">When it is no action, nobody or two are to do it, or it is due before the session.</exception>
    public void Owe(Guid? ownerId, Guid? ownerTerritoryId, DateOnly due, DateOnly on)
    {
        Require(Kind == ItemKind.Action, "Only an action is owed by somebody.");
        Require(ownerId is null != ownerTerritoryId is null, "Choose who is to do it: a person or a territory.");
        Require(due >= on, $"The follow-up is due on {due:yyyy-MM-dd}, before the session itself ({on:yyyy-MM-dd}).");
        (OwnerId, OwnerTerritoryId, Due) = (ownerId, ownerTerritoryId, due);
    }

    /// <summary>Somebody else sees to it.</summary>
    /// <exception cref="RuleViolationException">When it is no action of a person.</exception>
    public void HandOver(Guid ownerId)
    {
        Require(Kind == ItemKind.Action && OwnerId is not null, "Only a follow-up of a person is handed over.");
        OwnerId = ownerId;
    }

    public void Concern(IReadOnlyCollection<Guid> territories, IReadOnlyCollection<Guid> solutions)
    {
        _territories.RemoveAll(t => !territories.Contains(t.TerritoryId));
        _territories.AddRange(territories.Distinct().Where(id => _territories.TrueForAll(t => t.TerritoryId != id)).Select(id => new ItemTerritory(Id, id)).ToList());
        _solutions.RemoveAll(s => !solutions.Contains(s.SolutionId));
        _solutions.AddRange(solutions.Distinct().Where(id => _solutions.TrueForAll(s => s.SolutionId != id)).Select(id => new ItemSolution(Id, id)).ToList());
    }

    /// <summary>Done; once more changes nothing.</summary>
    /// <exception cref="RuleViolationException">When it is no action.</exception>
    public void Finish(DateTime now)
    {
        Require(Kind == ItemKind.Action, "Only an action is done.");
        DoneAt ??= now;
    }

    public void Reopen() => DoneAt = null;

    /// <summary>It stays in the minutes, and is not in the report of the group.</summary>
    /// <exception cref="RuleViolationException">When no reason is given.</exception>
    public void LeaveOut(string? reason, Guid? personId, DateTime now) => (LeftOutReason, LeftOutById, LeftOutAt) = (Line(reason, "The reason", LongestReason), personId, now);

    public void TakeIn() => (LeftOutReason, LeftOutById, LeftOutAt) = (null, null, null);
}

/// <summary>A territory that an item is about.</summary>
public sealed class ItemTerritory : Entity
{
    internal ItemTerritory(Guid itemId, Guid territoryId) => (ItemId, TerritoryId) = (itemId, territoryId);

    public Guid ItemId { get; private set; }
    public Guid TerritoryId { get; private set; }
}

/// <summary>A solution that an item is about.</summary>
public sealed class ItemSolution : Entity
{
    internal ItemSolution(Guid itemId, Guid solutionId) => (ItemId, SolutionId) = (itemId, solutionId);

    public Guid ItemId { get; private set; }
    public Guid SolutionId { get; private set; }
}
