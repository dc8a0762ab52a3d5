using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Work;

/// <summary>Works off rows that must not be lost, by lease, as long as the site runs: sends one command, and again after a pause.</summary>
public sealed class RowWorker(RowWork work, TimeSpan pause, IServiceScopeFactory scopes, ScheduledRuns runs, TimeProvider clock, ILogger<RowWorker> log) : BackgroundService
{
    private DateTime? _keptAt;
    private bool _keptSuccess;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var run = new JobRun { Job = work.Name, StartedAt = clock.GetUtcNow().UtcDateTime };
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsJob(work.Name);
                run.Rows = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(work.Command(), stoppingToken);
                (run.Succeeded, run.Note) = (true, RowWork.Note(run.Rows));
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested) // a command that timed out cancels, too, and must not end the worker
            {
                log.LogError(problem, "The rows of {Worker} could not be worked off; trying again", work.Name);
                run.Note = problem.Message;
            }
            run.FinishedAt = clock.GetUtcNow().UtcDateTime;
            await KeepAsync(run);
            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>It looks every few seconds. What is kept is what it did, when it begins or ceases to fail, and now and then that it is alive.</summary>
    private async Task KeepAsync(JobRun run)
    {
        if (run.Rows == 0 && run.Succeeded == _keptSuccess && run.StartedAt - _keptAt < work.Every)
            return;
        try
        {
            await runs.KeepAsync(run, CancellationToken.None);
            (_keptAt, _keptSuccess) = (run.StartedAt, run.Succeeded);
        }
        catch (Exception problem)
        {
            log.LogError(problem, "What {Worker} did could not be kept", work.Name);
        }
    }
}
