using Ccri.Web.Data;
using Ccri.Web.Mail;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Features.Reminders;

/// <summary>
/// Takes due mails with a lease and sends them; one that fails waits longer each time. A mail is marked as sent after it was, so a process that dies
/// in between leaves one mail that goes out once more, under the same Message-ID.
/// </summary>
public static class SendDueMail
{
    private const int AtOnce = 20;

    /// <summary>Where the server is slow, work may be done while the mails of one hold are sent.</summary>
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMinutes(1);

    /// <summary>Only the worker and the command line send it.</summary>
    [Allow]
    public sealed record Command : IRequest<int>;

    public sealed class Handler(CcriDbContext db, IMailSender sender, MailGate gate, DigestRenewal digests, IOptions<MailOptions> options, TimeProvider clock, ILogger<Handler> log) : IRequestHandler<Command, int>
    {
        private DateTime Now => clock.GetUtcNow().UtcDateTime;

        private IQueryable<MailMessage> Waiting => db.MailMessages.Where(m => m.SentAt == null && m.FailedAt == null && m.DroppedAt == null);

        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            var before = gate.State;
            var state = await gate.TryAsync(cancellationToken);
            if (!state.IsOpen && state != before)
                await TellAsync(state.Problem!, cancellationToken);
            var sent = 0;
            while (gate.State is { IsOpen: true } && !cancellationToken.IsCancellationRequested && await TakeSomeAsync(cancellationToken) is { Ids.Count: > 0 } taken)
                sent += await SendAsync(taken.Lease, taken.Ids, cancellationToken);
            return sent;
        }

        /// <summary>While nothing can be sent, each mail that waits says why; what waits for too long is given up as it would be after tries of its own.</summary>
        private async Task TellAsync(string problem, CancellationToken cancellationToken)
        {
            var (now, old) = (Now, Now - MailMessage.GivenUpAfter);
            var due = Waiting.Where(m => m.DueAt <= now && (m.LeaseUntil == null || m.LeaseUntil < now));
            await due.Where(m => (m.HeldUntil ?? m.CreatedAt) <= old).ExecuteUpdateAsync(set => set.SetProperty(m => m.Problem, problem).SetProperty(m => m.FailedAt, now), cancellationToken);
            await due.ExecuteUpdateAsync(set => set.SetProperty(m => m.Problem, problem), cancellationToken);
        }

        private async Task<(Guid Lease, List<Guid> Ids)?> TakeSomeAsync(CancellationToken cancellationToken)
        {
            var (now, lease) = (Now, Guid.NewGuid());
            var due = Waiting.Where(m => m.DueAt <= now && (m.LeaseUntil == null || m.LeaseUntil < now));
            var ids = await due.OrderBy(m => m.DueAt).ThenBy(m => m.Id).Select(m => m.Id).Take(AtOnce).ToListAsync(cancellationToken);
            if (ids.Count == 0)
                return null;
            await due.Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.Lease, lease).SetProperty(m => m.LeaseUntil, now.AddSeconds(options.Value.LeaseSeconds)), cancellationToken);
            return (lease, ids);
        }

        private async Task<int> SendAsync(Guid lease, List<Guid> ids, CancellationToken cancellationToken)
        {
            var sent = 0;
            try
            {
                DateTime? lookedAt = null;
                foreach (var id in ids)
                {
                    if (cancellationToken.IsCancellationRequested || gate.State is not { IsOpen: true })
                        break;
                    if (lookedAt is null || Now - lookedAt > LookAgainAfter)
                    {
                        await RenewAsync(lease, cancellationToken);
                        lookedAt = Now;
                    }
                    db.ChangeTracker.Clear();
                    if (await HoldAsync(id, lease) && await SendOneAsync(await db.MailMessages.SingleAsync(m => m.Id == id, CancellationToken.None), cancellationToken))
                        sent++;
                }
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear(); // somebody has just marked one of the reminders: all are free again, and looked at anew
            }
            finally
            {
                // What was not tried is free at once: for the next try, or for another process.
                var problem = gate.State?.Problem;
                await db.MailMessages.Where(m => m.Lease == lease).ExecuteUpdateAsync(
                    set => set.SetProperty(m => m.Lease, (Guid?)null).SetProperty(m => m.LeaseUntil, (DateTime?)null).SetProperty(m => m.Problem, m => problem ?? m.Problem), CancellationToken.None);
            }
            return sent;
        }

        /// <summary>Right before they go out, the digests under this lease are made true again: what is not wanted any more is left out, or the whole mail is dropped.</summary>
        private async Task RenewAsync(Guid lease, CancellationToken cancellationToken)
        {
            db.ChangeTracker.Clear();
            await digests.RenewAsync(await Waiting.Where(m => m.Lease == lease && m.IsDigest).ToListAsync(cancellationToken), cancellationToken);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        /// <summary>Renews the lease of one mail, so that each has the whole time; false when it took so long that somebody else has it, or something may have joined it.</summary>
        private async Task<bool> HoldAsync(Guid id, Guid lease)
        {
            var (now, until) = (Now, Now.AddSeconds(options.Value.LeaseSeconds));
            return await Waiting.Where(m => m.Id == id && m.Lease == lease && m.LeaseUntil >= now).ExecuteUpdateAsync(set => set.SetProperty(m => m.LeaseUntil, until), CancellationToken.None) == 1;
        }

        /// <summary>Saved by itself, and also while the site stops: what went out must not go out again.</summary>
        private async Task<bool> SendOneAsync(MailMessage mail, CancellationToken cancellationToken)
        {
            try
            {
                await sender.SendAsync(mail, cancellationToken);
                gate.Passed();
                mail.Sent(Now);
            }
            catch (MailProblemException problem)
            {
                if (problem.Fault == MailFault.Everything)
                    gate.Shut(problem.Message);
                Fail(mail, problem, problem.Fault == MailFault.ThisMailForGood);
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested) // of whatever kind: one mail that cannot be written must not hold up the others for ever
            {
                Fail(mail, problem, isPermanent: false);
            }
            await db.SaveChangesAsync(CancellationToken.None);
            return mail.SentAt is not null;
        }

        private void Fail(MailMessage mail, Exception problem, bool isPermanent)
        {
            log.LogWarning("Mail {Mail} could not be sent: {Problem}", mail.Id, (problem as MailProblemException)?.Fault.ToString() ?? problem.GetType().Name); // the sentence may hold an address: it stands in the row
            mail.Failed(problem.Message, isPermanent, Now);
        }
    }
}
