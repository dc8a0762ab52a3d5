using Ccri.Web.Data;
using Ccri.Web.Security;
using Ccri.Web.Work;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>Forgets what is no longer needed: the texts of mails that have done their work, old drafts and job runs, and what free pages hold of somebody who was erased.</summary>
public static class TidyWorkRows
{
    private const int Days = 90;

    [Allow]
    public sealed record Command : IRequest<JobDone>;

    public sealed class Handler(CcriDbContext db, Wiping wiping, TimeProvider clock) : IRequestHandler<Command, JobDone>
    {
        public async Task<JobDone> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var old = now.AddDays(-Days);
            var mails = await db.MailMessages.Where(m => m.KeepTextUntil < now && (m.Text != "" || m.Html != null) && (m.SentAt != null || m.FailedAt != null || m.DroppedAt != null))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Text, "").SetProperty(m => m.Html, (string?)null), cancellationToken);
            var drafts = await db.Drafts.Where(d => d.SavedAt < old).ExecuteDeleteAsync(cancellationToken);
            var day = now.AddDays(-1);
            await db.Submissions.Where(s => s.At < day).ExecuteDeleteAsync(cancellationToken); // nobody sends the same form again after a day
            var runs = await db.JobRuns.Where(r => r.StartedAt < old && !Wiping.Owed(db).Any(owed => owed.Id == r.Id)).ExecuteDeleteAsync(cancellationToken);
            var owed = await Wiping.Owed(db).CountAsync(cancellationToken);
            var wiped = owed == 0 ? "" : await wiping.TryAsync(cancellationToken) ? "; free pages wiped, which could not be done before"
                : "; free pages could NOT be wiped and may still hold the name of somebody who was erased";
            return new JobDone($"{Plural.Of(mails, "mail text")} emptied, {Plural.Of(drafts, "draft")} and {Plural.Of(runs, "job run")} older than {Days} days removed{wiped}", mails + drafts + runs);
        }
    }
}
