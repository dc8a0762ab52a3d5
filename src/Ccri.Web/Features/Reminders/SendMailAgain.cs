using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Mail;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Sends a mail of reminders once more, as it was, to the address that its person has today: a new mail with its own Message-ID.</summary>
public static class SendMailAgain
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Answers with the new mail.</summary>
    [Allow(Role.Coordinator)]
    public sealed record Command(Guid MailId) : IRequest<Guid>;

    public sealed class Handler(CcriDbContext db, ReminderBookReader books, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var mail = await db.MailMessages.SingleOrDefaultAsync(m => m.Id == request.MailId, cancellationToken) ?? throw new NotFoundException("Mail", request.MailId);
            if (!MailStandings.IsOfReminders(mail))
                throw new RuleViolationException("A mail about somebody's access is not sent again from here. Invite the person again under “People”.");
            if (MailStandings.Of(mail) is not (MailStanding.Sent or MailStanding.GivenUp))
                throw new RuleViolationException("Only a mail that was sent or given up is sent again.");
            if (mail.Text.Length == 0)
                throw new RuleViolationException("The text of this mail is not kept any more, so it cannot be sent again.");
            if (await db.MailMessages.AnyAsync(m => m.AgainOfId == mail.Id && m.SentAt == null && m.FailedAt == null, cancellationToken))
                throw new RuleViolationException("This mail is being sent again already.");
            var address = await db.Persons.Where(p => p.Id == mail.PersonId && p.DisabledAt == null).Select(p => p.Email).SingleOrDefaultAsync(cancellationToken)
                ?? throw new RuleViolationException("The person may not sign in any more, and gets no mail.");
            await RequireTheirsAsync(mail, cancellationToken);
            var now = clock.GetUtcNow().UtcDateTime;
            var again = new MailMessage
            {
                PersonId = mail.PersonId, Address = address, Subject = mail.Subject, Text = mail.Text, Html = mail.Html, Unsubscribe = mail.Unsubscribe,
                AgainOfId = mail.Id, CreatedAt = now, DueAt = now, KeepTextUntil = mail.KeepTextUntil > now + Kept ? mail.KeepTextUntil : now + Kept,
            };
            db.MailMessages.Add(again);
            await db.SaveChangesAsync(cancellationToken);
            return again.Id;
        }

        /// <summary>The roles of its person may be others than when it was written.</summary>
        private async Task RequireTheirsAsync(MailMessage mail, CancellationToken cancellationToken)
        {
            var people = await ReminderPeople.ReadAsync(db, calendar.Today, cancellationToken);
            if (!people.Has(mail.PersonId))
                throw new RuleViolationException("The person holds no role today with which somebody is reminded, and gets no mail.");
            var first = mail.AgainOfId ?? mail.Id;
            var told = await db.Reminders.AsNoTracking().Where(r => r.MailId == first).ToListAsync(cancellationToken);
            var book = await books.ReadAsync([.. told.Select(r => r.Kind).Distinct()], [.. told.Select(r => r.SubjectId).Distinct()], cancellationToken);
            if (told.Exists(r => !people.MayBeTold(mail.PersonId, r.TerritoryId) || book.Objection(r) is ReminderReason.NotMeant))
                throw new RuleViolationException("The mail tells of something that is not this person's to see to any more, so it is not sent again.");
        }
    }
}
