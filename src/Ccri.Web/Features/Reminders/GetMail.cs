using System.Text.RegularExpressions;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>One mail as it was, and how far it has come. A coordinator sees every mail, everybody else the own.</summary>
public static partial class GetMail
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(Guid MailId) : IRequest<Answer>;

    /// <param name="State">Of the mail itself.</param>
    /// <param name="Tries">How often it has failed.</param>
    /// <param name="Text">Empty where it is not shown; <paramref name="NoText"/> says why.</param>
    /// <param name="MayBeSentAgain">By whoever asks.</param>
    public sealed record Answer(Guid Id, string? Person, string Address, string Subject, MailStanding State, int Tries, string? Problem, string? Text, string? NoText, bool MayBeSentAgain)
    {
        /// <summary>In the time of the programme.</summary>
        public required DateTime WrittenAt { get; init; }

        /// <summary>When it was sent, given up or dropped; of one on its way, when it is tried next.</summary>
        public required DateTime At { get; init; }
        public Guid? AgainOf { get; init; }

        /// <summary>The mail by which it was sent again.</summary>
        public Guid? SentAgainBy { get; init; }
        public IReadOnlyList<Thing> Things { get; init; } = [];
    }

    public sealed record Thing(string Title, string Address, string? Of, DateOnly DueOn);

    public sealed partial class Handler(CcriDbContext db, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var seesAll = user.IsSystem || user.Has(Role.Coordinator);
            var mail = await db.MailMessages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == request.MailId && (seesAll || m.PersonId == user.PersonId), cancellationToken)
                ?? throw new NotFoundException("Mail", request.MailId);
            var things = await db.Reminders.Where(r => r.MailId == mail.Id && r.State == ReminderState.Mailed).OrderBy(r => r.DueOn).ThenBy(r => r.Id).Select(r => new Thing(r.Title, r.Address, r.Of, r.DueOn)).ToListAsync(cancellationToken);
            var noText = !MailStandings.IsOfReminders(mail) ? "The text of a mail about somebody's access is not shown: it may hold a link that signs in."
                : mail.Text.Length == 0 ? "The text is not kept any more." : null;
            return new Answer(mail.Id, await db.Persons.Where(p => p.Id == mail.PersonId).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken), mail.Address, mail.Subject,
                MailStandings.Of(mail), mail.Attempts, mail.Problem, noText is null ? Readable(mail) : null, noText, seesAll && noText is null && MailStandings.Of(mail) is MailStanding.Sent or MailStanding.GivenUp)
            {
                WrittenAt = calendar.Local(mail.CreatedAt),
                At = calendar.Local(mail.SentAt ?? mail.FailedAt ?? mail.DroppedAt ?? mail.DueAt),
                AgainOf = mail.AgainOfId,
                SentAgainBy = await db.MailMessages.Where(m => m.AgainOfId == mail.Id).OrderByDescending(m => m.Id).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(cancellationToken),
                Things = things.DistinctBy(t => (t.Title, t.Address, t.DueOn)).ToList(),
            };
        }

        /// <summary>A link that ends mails acts as its person, so others do not see it.</summary>
        private string Readable(Mail.MailMessage mail) => mail.PersonId == user.PersonId ? mail.Text : UnsubscribeLink().Replace(mail.Text, "/reminders/unsubscribe/(left out)");

        [GeneratedRegex(@"/reminders/unsubscribe/\S+")]
        private static partial Regex UnsubscribeLink();
    }
}
