using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Work;

/// <summary>Works off rows that must not be lost, by lease, as long as the site runs: sends one command, and again after a pause.</summary>
/// <param name="name">Under which the audit knows it: "outbox".</param>
/// <param name="command">Answers how many rows it worked off; finds the next due ones itself.</param>
public sealed class RowWorker(string name, TimeSpan pause, Func<IRequest<int>> command, IServiceScopeFactory scopes, TimeProvider clock, ILogger<RowWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsJob(name);
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command(), stoppingToken);
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested) // a command that timed out cancels, too, and must not end the worker
            {
                log.LogError(problem, "The rows of {Worker} could not be worked off; trying again", name);
            }
            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
