using Ccri.Domain.Statuses;

namespace Ccri.Web.Features.Shared;

/// <summary>How the territories that were read, and everything in them, stand on a day.</summary>
public sealed class StatusBook
{
    private readonly Dictionary<Guid, (Standing Standing, Guid TerritoryId)> _standings;
    private readonly IReadOnlyDictionary<Guid, string?> _who;

    /// <param name="who">Names by the acceptance in which they gave a status.</param>
    public StatusBook(DateOnly day, IReadOnlyDictionary<Guid, Override> overrides, IReadOnlyDictionary<Guid, string?> who, IReadOnlyList<FollowedTerritory> territories)
    {
        (Day, Overrides, _who) = (day, overrides, who);
        Territories = [.. territories.Select(t => StatusRule.Judge(t, day, overrides))];
        _standings = Territories.SelectMany(t => t.All, (t, standing) => (Standing: standing, TerritoryId: t.Of.Id)).ToDictionary(s => s.Standing.Of.Id);
    }

    public DateOnly Day { get; }
    public IReadOnlyDictionary<Guid, Override> Overrides { get; }
    public IReadOnlyList<Standing> Territories { get; }

    /// <summary>What is written down of each thing, the oldest first; empty where only today was asked for.</summary>
    public ILookup<Guid, PastStatus>? Past { get; init; }

    /// <summary>Empty for what is not followed: a milestone of a plan that was removed, an indicator without a target.</summary>
    public Standing? Of(Guid id) => _standings.GetValueOrDefault(id).Standing;

    /// <summary>As a page shows it.</summary>
    public ShownStatus? Show(Guid id) => Of(id) is { } standing ? Show(standing) : null;

    /// <inheritdoc cref="Show(Guid)"/>
    public ShownStatus Show(Standing standing) => ShownStatus.Of(standing, standing.By is { } by ? Who(by) : null) with
    {
        TerritoryId = _standings[standing.Of.Id].TerritoryId,
        Past = Past is null ? null : StatusPast.Of([.. Past[standing.Of.Id]], standing.Status, Day),
    };

    /// <summary>Who gave a status; empty for nobody by name.</summary>
    public string? Who(Override given) => _who.GetValueOrDefault(given.AcceptanceId);
}
