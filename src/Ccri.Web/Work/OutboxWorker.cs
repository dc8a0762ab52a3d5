using Ccri.Web.Features.Programme;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Work;

/// <summary>Works off the rows that must not be lost, by lease, as long as the site runs.</summary>
public sealed class OutboxWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsJob("outbox");
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SendDueMail.Command(), stoppingToken);
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested) // a command that timed out cancels, too, and must not end the worker
            {
                log.LogError(problem, "The outbox could not be worked off; trying again");
            }
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
