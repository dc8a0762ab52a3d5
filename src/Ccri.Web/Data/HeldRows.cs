using Ccri.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ccri.Web.Data;

/// <summary>For rules over several rows that no unique index can state, such as "once at a time".</summary>
public static class HeldRows
{
    /// <summary>
    /// Begins a transaction that holds a row: another who wants to hold the same one waits until this one is saved, and then sees what was saved.
    /// The row's version stays as it is, so that somebody who has its form open is not disturbed.
    /// </summary>
    public static Task<IDbContextTransaction> HoldAsync<T>(this CcriDbContext db, Guid id, CancellationToken cancellationToken) where T : Entity =>
        HoldAsync(db, db.Set<T>().Where(row => row.Id == id), cancellationToken);

    /// <summary>The same for each row there is: for a job that must not cross any of those who hold one.</summary>
    public static Task<IDbContextTransaction> HoldAllAsync<T>(this CcriDbContext db, CancellationToken cancellationToken) where T : Entity => HoldAsync(db, db.Set<T>(), cancellationToken);

    private static async Task<IDbContextTransaction> HoldAsync<T>(CcriDbContext db, IQueryable<T> rows, CancellationToken cancellationToken) where T : Entity
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version), cancellationToken);
        return transaction;
    }

    /// <summary>Renews the version of a row with the next save although nothing in it changes, so that two who counted on it at once meet there.</summary>
    public static void Touch(this CcriDbContext db, Entity row) => db.Entry(row).Property(entity => entity.Version).IsModified = true;
}
