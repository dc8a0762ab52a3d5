using Quartz;

namespace Ccri.Web.Work;

/// <summary>The one job that Quartz knows: runs the command of the schedule that is called like it.</summary>
[DisallowConcurrentExecution]
public sealed class WakeUp(ScheduledRuns runs) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var scheduled = Schedule.Table.Single(s => s.Name == context.JobDetail.Key.Name);
        await runs.RunAsync(scheduled.Name, scheduled.SendAsync, cancellationToken);
    }
}
