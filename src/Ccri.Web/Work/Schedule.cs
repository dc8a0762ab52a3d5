using Ccri.Web.Features.Programme;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Features.Reports;
using Ccri.Web.Features.Statuses;
using MediatR;
using Quartz;

namespace Ccri.Web.Work;

/// <summary>A command that the clock wakes. The command decides what is due; the time here only says when to look.</summary>
/// <param name="Cron">Quartz's notation, in the programme's time zone.</param>
/// <param name="Every">At most so long lies between two runs; twice that without one is a fault.</param>
/// <param name="When">The same in words, for the health page.</param>
public sealed record ScheduledCommand(string Name, string Cron, TimeSpan Every, string When, Func<IRequest<JobDone>> Command)
{
    public Task<JobDone> SendAsync(IMediator mediator, CancellationToken cancellationToken) => mediator.Send(Command(), cancellationToken);

    /// <summary>UTC, as the moment from which to look.</summary>
    public DateTime? NextAfter(DateTime utc, TimeZoneInfo zone) => new CronExpression(Cron, zone).GetNextValidTimeAfter(new DateTimeOffset(utc, TimeSpan.Zero))?.UtcDateTime;
}

/// <summary>Rows that must not be lost, and the command that works off the due ones and answers how many.</summary>
/// <param name="Every">So often it tells at least that it is alive; twice that without a word is a fault.</param>
/// <param name="Setting">Where this is false, another process works them off, or the command line.</param>
public sealed record RowWork(string Name, TimeSpan Every, string When, Func<IRequest<int>> Command, string? Setting = null)
{
    public async Task<JobDone> SendAsync(IMediator mediator, CancellationToken cancellationToken)
    {
        var rows = await mediator.Send(Command(), cancellationToken);
        return new JobDone(Note(rows), rows);
    }

    public bool IsHere(IConfiguration configuration) => Setting is null || configuration.GetValue(Setting, true);

    public static string Note(int rows) => rows == 0 ? "Nothing was due" : $"{Plural.Of(rows, "row")} worked off";
}

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

    /// <summary>What is looked at every few seconds.</summary>
    public static readonly IReadOnlyList<RowWork> Workers =
    [
        new("outbox", TimeSpan.FromMinutes(10), "every few seconds", () => new SendDueMail.Command()),
        new("reports", TimeSpan.FromMinutes(10), "every few seconds", () => new MakeReports.Command(), "Work:Reports"),
    ];
}
