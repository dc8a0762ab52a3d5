using Ccri.Web.Data;
using Ccri.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>How every job stands, from the rows that its runs left.</summary>
public sealed class JobReader(CcriDbContext db, ScheduledRuns runs, IConfiguration configuration, ProgrammeCalendar calendar, TimeProvider clock)
{
    /// <summary>A job is overdue when it last succeeded longer ago than this many times the pause between two runs.</summary>
    private const int Patience = 2;

    public async Task<IReadOnlyList<JobStanding>> ReadAsync(CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(calendar.Zone);
        var now = clock.GetUtcNow().UtcDateTime;
        var jobs = new List<JobStanding>();
        foreach (var job in Schedule.Table)
            jobs.Add(await StandingAsync(job.Name, job.When, job.Every, job.NextAfter(now, zone), now, cancellationToken));
        foreach (var work in Schedule.Workers.Where(w => w.IsHere(configuration)))
            jobs.Add(await StandingAsync(work.Name, work.When, work.Every, null, now, cancellationToken));
        return jobs;
    }

    private async Task<JobStanding> StandingAsync(string name, string when, TimeSpan every, DateTime? next, DateTime now, CancellationToken cancellationToken)
    {
        var kept = db.JobRuns.AsNoTracking().Where(r => r.Job == name).OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id);
        var last = await kept.FirstOrDefaultAsync(cancellationToken);
        var success = last is null or { Succeeded: true } ? last?.StartedAt : await kept.Where(r => r.Succeeded).Select(r => (DateTime?)r.StartedAt).FirstOrDefaultAsync(cancellationToken);
        return new JobStanding(name, when, last, next, runs.RunningSince(name), now - (success ?? runs.SiteStartedAt) > Patience * every);
    }
}

/// <summary>How a job stands.</summary>
/// <param name="When">In words.</param>
/// <param name="Last">Empty when it never ran.</param>
/// <param name="Next">UTC; empty of one that looks every few seconds.</param>
/// <param name="RunningSince">UTC.</param>
/// <param name="IsOverdue">Too long ago did it last succeed; of one that never did, the site began.</param>
public sealed record JobStanding(string Name, string When, JobRun? Last, DateTime? Next, DateTime? RunningSince, bool IsOverdue)
{
    /// <summary>UTC; when the last one began.</summary>
    public DateTime? LastRun => Last?.StartedAt;

    public bool? Succeeded => Last?.Succeeded;

    public string? Note => Last?.Note;

    public TimeSpan? Duration => Last?.FinishedAt - Last?.StartedAt;
}
