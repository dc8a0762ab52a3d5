using Ccri.Web.Features.Programme;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Features.Reports;
using Ccri.Web.Features.Statuses;
using MediatR;

namespace Ccri.Web.Work;

/// <summary>A command that the clock wakes. The command decides what is due; the time here only says when to look.</summary>
/// <param name="Cron">Quartz's notation, in the programme's time zone.</param>
/// <param name="Every">At most so long lies between two runs; twice that without one is a fault.</param>
/// <param name="When">The same in words, for the health page.</param>
public sealed record ScheduledCommand(string Name, string Cron, TimeSpan Every, string When, Func<IRequest<JobDone>> Command);

/// <summary>What a job did, for the health page.</summary>
/// <param name="Rows">How many rows it worked off.</param>
public sealed record JobDone(string Note, int Rows);

/// <summary>Everything that happens without anybody asking. Each command may run at any time and twice.</summary>
public static class Schedule
{
    public static readonly IReadOnlyList<ScheduledCommand> Table =
    [
        new("tidy-work-rows", "0 30 3 * * ?", TimeSpan.FromDays(1), "every night at 03:30, and at start", () => new TidyWorkRows.Command()),
        new("record-statuses", "0 0/15 * * * ?", TimeSpan.FromMinutes(15), "every quarter of an hour, and at start", () => new RecordStatuses.Command()),
        new("capture-at-cut-off", "0 0/15 * * * ?", TimeSpan.FromMinutes(15), "every quarter of an hour, and at start", () => new CaptureAtCutOff.Command()),
        new("reminders", "0 0/5 * * * ?", TimeSpan.FromMinutes(5), "every five minutes, and at start", () => new PlanReminders.Command()),
    ];
}
