using System.Data.Common;
using Ccri.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Data;

/// <summary>
/// Who is erased may still stand in free pages of the database's file. That they are to be wiped is written in the save that erases, and
/// stays until it has been done: a database that is busy, or a machine that stops, only puts it off to the next night.
/// </summary>
public sealed class Wiping(CcriDbContext db, TimeProvider clock, ILogger<Wiping> log)
{
    private const string Job = "wipe-free-pages";

    /// <summary>Work that is still to be done.</summary>
    public static IQueryable<JobRun> Owed(CcriDbContext db) => db.JobRuns.Where(r => r.Job == Job && r.FinishedAt == null);

    /// <summary>To be saved together with what erases.</summary>
    public void Owe() => db.JobRuns.Add(new JobRun { Job = Job, StartedAt = clock.GetUtcNow().UtcDateTime, Note = "Somebody was erased; free pages may still hold the name." });

    /// <summary>Does what is owed. False when it could not be done now.</summary>
    public async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        var owed = await Owed(db).Select(r => r.Id).ToListAsync(cancellationToken); // what is added from here on waits for the next time
        if (owed.Count == 0)
            return true;
        try
        {
            if (!await db.WipeFreePagesAsync(cancellationToken))
                throw new TimeoutException("somebody was reading all the time");
        }
        catch (Exception busy) when (busy is DbException or TimeoutException)
        {
            log.LogWarning("Somebody was erased, but free pages of the database may still hold the name: {Problem}. It is tried again by the nightly job.", busy.Message);
            return false;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        await db.JobRuns.Where(r => owed.Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.FinishedAt, now).SetProperty(r => r.Succeeded, true), cancellationToken);
        return true;
    }
}
