using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>One field of an action is set, from a list. It is not refused because another field changed: whoever was second is tried again on what is saved now.</summary>
public static class QuickEdit
{
    private const int Tries = 5;

    /// <summary>How the action stood before, to undo the edit while nobody has saved the action since.</summary>
    /// <param name="Version">Of the action after the edit.</param>
    public sealed record Undo(Guid Id, Guid Version, string Number, ActionProgress Before);

    internal static async Task<Undo> EditActionAsync(this CcriDbContext db, Access access, Guid id, Action<PlanAction> edit, CancellationToken cancellationToken)
    {
        var action = await db.PlanActions.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw new NotFoundException("Action", id);
        access.RequireEdit(action.TerritoryId);
        for (var tries = 1; ; tries++)
        {
            var before = action.Standing();
            edit(action);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return new Undo(id, action.Version, action.Number, before);
            }
            catch (DbUpdateConcurrencyException) when (tries < Tries)
            {
                await db.Entry(action).ReloadAsync(cancellationToken);
                if (db.Entry(action).State == EntityState.Detached)
                    throw new NotFoundException("Action", id);
            }
        }
    }
}
