using System.Collections.Concurrent;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Work;

/// <summary>Runs a job in its own name and keeps a row of how it went, whether the clock wakes it or somebody presses a button.</summary>
public sealed class ScheduledRuns(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ScheduledRuns> log)
{
    private readonly ConcurrentDictionary<Guid, JobRun> _running = [];

    /// <summary>UTC; of this process.</summary>
    public DateTime SiteStartedAt { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>UTC; in this process. Another one may run it, too.</summary>
    public DateTime? RunningSince(string job) => _running.Values.Where(r => r.Job == job).Select(r => (DateTime?)r.StartedAt).Min();

    /// <summary>Never throws: what went wrong stands in the row.</summary>
    public async Task<JobRun> RunAsync(string job, Func<IMediator, CancellationToken, Task<JobDone>> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsJob(job);
        var run = new JobRun { Job = job, StartedAt = clock.GetUtcNow().UtcDateTime };
        _running[run.Id] = run;
        try
        {
            (run.Note, run.Rows) = await HeldDemonstration.IsInPiecesAsync(scope.ServiceProvider.GetRequiredService<CcriDbContext>(), cancellationToken)
                ? new JobDone("Nothing was done: the demonstration is being filled, day by day of a past year", 0) // which by today's clock is all overdue
                : await work(scope.ServiceProvider.GetRequiredService<IMediator>(), cancellationToken);
            run.Succeeded = true;
        }
        catch (Exception problem)
        {
            log.LogError(problem, "Job {Job} failed", job);
            run.Note = problem.Message;
        }
        finally
        {
            _running.TryRemove(run.Id, out _);
        }
        run.FinishedAt = clock.GetUtcNow().UtcDateTime;
        try
        {
            await KeepAsync(run, CancellationToken.None); // a run that the stopping site cut off leaves its row, too
        }
        catch (Exception problem)
        {
            log.LogError(problem, "How job {Job} went could not be kept", job);
        }
        return run;
    }

    /// <summary>In a scope of its own: the command's may be broken.</summary>
    public async Task KeepAsync(JobRun run, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CcriDbContext>();
        db.JobRuns.Add(run);
        await db.SaveChangesAsync(cancellationToken);
    }
}
