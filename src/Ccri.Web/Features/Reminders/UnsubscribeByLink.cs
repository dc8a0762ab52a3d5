using Ccri.Domain;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Ends mails by the address in one of them, or takes that back. The address says who it is: nobody has to sign in.</summary>
public static class UnsubscribeByLink
{
    /// <param name="RuleId">Empty: all rules that the address is for.</param>
    /// <param name="TakeBack">The mails are wanted again.</param>
    [Allow(Everybody = true)]
    public sealed record Command(string? Token, Guid? RuleId = null, bool TakeBack = false) : IRequest;

    public sealed class Handler(CcriDbContext db, IMediator mediator, UnsubscribeAddress addresses, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await mediator.Send(new GetUnsubscribeLink.Query(request.Token), cancellationToken) is not { } link || addresses.Read(request.Token) is not { } token)
                throw new RuleViolationException(GetUnsubscribeLink.NotOurs);
            var rules = link.Rules.Select(r => r.Id).Where(id => request.RuleId is null || id == request.RuleId).ToList();
            var name = await db.Persons.Where(p => p.Id == token.PersonId).Select(p => p.Name).SingleAsync(cancellationToken);
            user.ActAs(token.PersonId, name, []); // for the audit: the address has shown who it is
            if (request.TakeBack)
                await db.TakeBackAsync(token.PersonId, rules, cancellationToken);
            else
                await db.EndMailsAsync(token.PersonId, rules, clock.GetUtcNow().UtcDateTime, cancellationToken);
            return Unit.Value;
        }
    }
}
