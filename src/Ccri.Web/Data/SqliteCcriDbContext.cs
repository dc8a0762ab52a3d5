using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Data;

/// <summary>The embedded default.</summary>
public sealed class SqliteCcriDbContext(DbContextOptions<SqliteCcriDbContext> options, CurrentUser user, TimeProvider clock)
    : CcriDbContext(options, user, clock)
{
    /// <summary>Writes the file anew without its free pages, then empties the log, which still holds the old ones.</summary>
    public override async Task<bool> WipeFreePagesAsync(CancellationToken cancellationToken)
    {
        await Database.ExecuteSqlRawAsync("VACUUM", cancellationToken);
        // Somebody who is reading keeps the log from being emptied. That is no error: a row says so.
        var isBusy = await Database.SqlQueryRaw<int>("PRAGMA wal_checkpoint(TRUNCATE)").ToListAsync(cancellationToken);
        return isBusy is [0];
    }
}
