using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>Forgets what is no longer needed: the text of mails sent long ago, which holds personal data, and old job runs.</summary>
public static class TidyWorkRows
{
    private const int Days = 90;

    [Allow]
    public sealed record Command : IRequest<string>;

    public sealed class Handler(CcriDbContext db, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            var old = clock.GetUtcNow().UtcDateTime.AddDays(-Days);
            var mails = await db.MailMessages.Where(m => m.SentAt < old && m.Text != "")
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Text, ""), cancellationToken);
            var runs = await db.JobRuns.Where(r => r.StartedAt < old).ExecuteDeleteAsync(cancellationToken);
            return $"{mails} mail texts and {runs} job runs older than {Days} days removed";
        }
    }
}
