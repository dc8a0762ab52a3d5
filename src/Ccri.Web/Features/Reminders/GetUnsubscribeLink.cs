using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Which mails an address in a mail ends. Asking changes nothing: mail programs open links, too.</summary>
public static class GetUnsubscribeLink
{
    public const string NotOurs = "This address ends no mails: a part of it is missing, or the person is not here any more. Open it once more from the mail, or sign in and choose under “Reminders” what you want.";

    [Allow(Everybody = true)]
    public sealed record Query(string? Token) : IRequest<Answer?>;

    /// <param name="Rules">By name; at least one.</param>
    public sealed record Answer(IReadOnlyList<Rule> Rules);

    public sealed record Rule(Guid Id, string Name, bool IsEnded);

    public sealed class Handler(CcriDbContext db, UnsubscribeAddress addresses) : IRequestHandler<Query, Answer?>
    {
        public async Task<Answer?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (addresses.Read(request.Token) is not { } token || !await db.Persons.AnyAsync(p => p.Id == token.PersonId && p.ErasedAt == null, cancellationToken))
                return null;
            var rules = token.RuleId is { } id
                ? db.ReminderRules.Where(r => r.Id == id)
                : db.ReminderRules.Where(r => db.Reminders.Any(reminder => reminder.MailId == token.MailId && reminder.PersonId == token.PersonId && reminder.RuleId == r.Id && reminder.State == ReminderState.Mailed));
            var found = await rules.OrderBy(r => r.Name).ThenBy(r => r.Id)
                .Select(r => new Rule(r.Id, r.Name, db.Unsubscriptions.Any(u => u.PersonId == token.PersonId && u.RuleId == r.Id))).ToListAsync(cancellationToken);
            return found.Count == 0 ? null : new Answer(found);
        }
    }
}
