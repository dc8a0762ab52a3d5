using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Quartz;

namespace Ccri.Web.Work;

/// <summary>The one job that Quartz knows: sends the command of the schedule under the job's name, and keeps a row of how it went.</summary>
[DisallowConcurrentExecution]
public sealed class WakeUp(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WakeUp> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var scheduled = Schedule.Table.Single(s => s.Name == context.JobDetail.Key.Name);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsJob(scheduled.Name);
        var run = new JobRun { Job = scheduled.Name, StartedAt = clock.GetUtcNow().UtcDateTime };
        try
        {
            (run.Note, run.Rows) = await HeldDemonstration.IsInPiecesAsync(scope.ServiceProvider.GetRequiredService<CcriDbContext>(), cancellationToken)
                ? new JobDone("Nothing was done: the demonstration is being filled, day by day of a past year", 0) // which by today's clock is all overdue
                : await scope.ServiceProvider.GetRequiredService<IMediator>().Send(scheduled.Command(), cancellationToken);
            run.Succeeded = true;
        }
        catch (Exception problem)
        {
            log.LogError(problem, "Job {Job} failed", scheduled.Name);
            run.Note = problem.Message;
        }
        run.FinishedAt = clock.GetUtcNow().UtcDateTime;
        await Keep(run, CancellationToken.None); // a run that the stopping site cut off leaves its row, too
    }

    /// <summary>In a scope of its own: the command's may be broken.</summary>
    private async Task Keep(JobRun run, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CcriDbContext>();
        db.JobRuns.Add(run);
        await db.SaveChangesAsync(cancellationToken);
    }
}
