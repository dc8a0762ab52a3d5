using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Shared;

/// <summary>A milestone, an action or an investment project that is late, blocked, or due soon.</summary>
/// <param name="What">Its name; of a milestone also what it is a step of, of a project which of its days is meant.</param>
/// <param name="Days">Until it is due; below zero, it is late by as many.</param>
/// <param name="Address">Of the page on which something can be done about it, below the site's root.</param>
public sealed record DueThing(Guid Id, Guid TerritoryId, string Territory, string What, Rag Status, DateOnly Day, int Days, bool IsBlocked, string Address)
{
    /// <summary>Not only soon, but late already, or blocked.</summary>
    public bool IsOverdue => Days < 0 || IsBlocked;

    /// <summary>"12 days late", "blocked", "today", "in 5 days".</summary>
    public string When => (Days, IsBlocked) switch
    {
        ( < 0, true) => $"blocked, {Plural.Of(-Days, "day")} late",
        ( < 0, false) => $"{Plural.Of(-Days, "day")} late",
        (_, true) => "blocked",
        (0, _) => "today",
        (1, _) => "tomorrow",
        _ => $"in {Plural.Of(Days, "day")}",
    };
}

/// <summary>Picks from the statuses what somebody must look at because of its day.</summary>
public static class DueThings
{
    /// <summary>What is due within so many days is due soon.</summary>
    public const int DaysAhead = 14;

    /// <summary>Late and blocked ones first, off track before at risk and the latest first; then by the day they are due.</summary>
    /// <param name="codes">See <see cref="WorkCodesAsync"/>.</param>
    public static IReadOnlyList<DueThing> Due(this StatusBook book, IReadOnlyDictionary<Guid, string> codes, Func<Guid, bool>? isWanted = null)
    {
        var things = book.Territories.Where(t => isWanted?.Invoke(t.Of.Id) ?? true)
            .SelectMany(t => t.Parts.SelectMany(part => Below(part, t, AddressOf(part, "", codes), t.Of, book.Day, codes)));
        return [.. things.OrderBy(t => t.IsOverdue ? -Severity.Of(t.Status) : 0).ThenBy(t => t.Day).ThenBy(t => t.Territory, StringComparer.Ordinal).ThenBy(t => t.What, StringComparer.Ordinal).ThenBy(t => t.Id)];
    }

    /// <summary>The codes of plans and solutions by their ids, for the addresses of what stands in them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> WorkCodesAsync(this CcriDbContext db, IQueryable<Territory> territories, CancellationToken cancellationToken)
    {
        var ids = territories.Select(t => t.Id);
        return (await db.Plans.Where(p => ids.Contains(p.TerritoryId)).Select(p => new { p.Id, p.Code }).ToListAsync(cancellationToken))
            .Concat(await db.Solutions.Where(s => ids.Contains(s.TerritoryId)).Select(s => new { s.Id, s.Code }).ToListAsync(cancellationToken)).ToDictionary(x => x.Id, x => x.Code);
    }

    /// <summary>What is over, or done, asks for nothing any more, and nothing in it does.</summary>
    private static IEnumerable<DueThing> Below(Standing standing, Standing above, string address, Followed territory, DateOnly today, IReadOnlyDictionary<Guid, string> codes) =>
        standing.Status is null or Rag.Complete ? []
        : [.. Of(standing, above.Of, address, territory, today) is { } thing ? new[] { thing } : [], .. standing.Parts.SelectMany(part => Below(part, standing, AddressOf(part, address, codes), territory, today, codes))];

    private static DueThing? Of(Standing standing, Followed above, string address, Followed territory, DateOnly today)
    {
        if (standing.Of is not (FollowedMilestone or FollowedAction or FollowedProject) || standing.Of.Read(today) is not { } reading)
            return null;
        if (((standing.Of as FollowedMilestone)?.Due ?? reading.Day) is not { } day)
            return null;
        var days = day.DayNumber - today.DayNumber;
        var isListed = reading.Cause switch
        {
            // A person who gave it a better status has looked at it, and says why.
            Cause.Late or Cause.Blocked => standing.Status is Rag.AtRisk or Rag.OffTrack,
            Cause.Ahead or Cause.Slipping => days <= DaysAhead,
            _ => false,
        };
        var what = standing.Of switch
        {
            FollowedMilestone => $"{standing.Of.Name} ({above.Name})",
            FollowedProject => $"{standing.Of.Name}: {reading.What}",
            _ => standing.Of.Name,
        };
        return isListed ? new DueThing(standing.Of.Id, territory.Id, territory.Name, what, standing.Status!.Value, day, days, reading.Cause == Cause.Blocked, address) : null;
    }

    private static string AddressOf(Standing standing, string above, IReadOnlyDictionary<Guid, string> codes) => standing.Of switch
    {
        FollowedPlan plan => $"plans/{codes.GetValueOrDefault(plan.Id)}",
        FollowedSolution solution => $"solutions/{codes.GetValueOrDefault(solution.Id)}",
        FollowedAction action => $"{above}/actions/{action.Id}",
        FollowedProject project => $"{above}/projects/{project.Id}",
        _ => above,
    };
}
