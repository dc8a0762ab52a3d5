using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>Forgets what is no longer needed: the texts of mails that have done their work, and old job runs.</summary>
public static class TidyWorkRows
{
    private const int Days = 90;

    [Allow]
    public sealed record Command : IRequest<string>;

    public sealed class Handler(CcriDbContext db, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var old = now.AddDays(-Days);
            var mails = await db.MailMessages.Where(m => m.KeepTextUntil < now && m.Text != "" && (m.SentAt != null || m.FailedAt != null))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Text, ""), cancellationToken);
            var runs = await db.JobRuns.Where(r => r.StartedAt < old).ExecuteDeleteAsync(cancellationToken);
            return $"{Plural.Of(mails, "mail text")} emptied, {Plural.Of(runs, "job run")} older than {Days} days removed";
        }
    }
}
