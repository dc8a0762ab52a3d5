using Ccri.Web.Data;
using Ccri.Web.Mail;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Takes due mails with a lease and sends them; one that fails waits longer each time.</summary>
public static class SendDueMail
{
    private const int AtOnce = 20;
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(5);

    /// <summary>Only the worker and the command line send it.</summary>
    [Allow]
    public sealed record Command : IRequest<int>;

    public sealed class Handler(CcriDbContext db, PickupFolderSender sender, TimeProvider clock, ILogger<Handler> log) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var lease = Guid.NewGuid();
            var due = db.MailMessages.Where(m => m.SentAt == null && m.FailedAt == null && m.DroppedAt == null && m.DueAt <= now && (m.LeaseUntil == null || m.LeaseUntil < now));
            var ids = await due.OrderBy(m => m.DueAt).ThenBy(m => m.Id).Select(m => m.Id).Take(AtOnce).ToListAsync(cancellationToken);
            if (ids.Count == 0)
                return 0;
            await due.Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.Lease, lease).SetProperty(m => m.LeaseUntil, now + LeaseTime), cancellationToken);

            var mine = await db.MailMessages.Where(m => m.Lease == lease).OrderBy(m => m.DueAt).ToListAsync(cancellationToken);
            foreach (var mail in mine)
            {
                TrySend(mail, now);
                await db.SaveChangesAsync(CancellationToken.None); // each by itself, and also while the site stops: what went out must not go out again
            }
            return mine.Count(m => m.SentAt is not null);
        }

        private void TrySend(MailMessage mail, DateTime now)
        {
            try
            {
                sender.Send(mail);
                mail.Sent(now);
            }
            catch (Exception problem) // of whatever kind: one mail that cannot be written must not hold up the others for ever
            {
                log.LogWarning("Mail {Mail} could not be sent: {Problem}", mail.Id, problem.Message);
                mail.Failed(problem.Message, isPermanent: false, now);
            }
        }
    }
}
