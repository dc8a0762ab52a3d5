using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

internal static class ObjectiveUse
{
    /// <summary>The numbers of the actions that serve an objective or use a lever, as a sentence says them; empty when none does.</summary>
    public static async Task<string?> UsersAsync(this CcriDbContext db, Objective objective, CancellationToken cancellationToken)
    {
        var users = (await db.PlanActions.Where(a => a.PlanId == objective.PlanId && (a.ObjectiveId == objective.Id || a.LeverIds.Contains(objective.Id))).Select(a => a.Number).ToListAsync(cancellationToken))
            .OrderBy(PlanNumber.Key, StringComparer.Ordinal).ToList();
        return users.Count switch
        {
            0 => null,
            1 => $"Action {users[0]} uses it",
            <= 5 => $"Actions {string.Join(", ", users.SkipLast(1))} and {users[^1]} use it",
            _ => $"{Words.Of(users.Count)} actions use it, {users[0]} the first of them",
        };
    }
}
