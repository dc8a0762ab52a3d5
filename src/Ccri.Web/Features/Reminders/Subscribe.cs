using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Whoever is signed in wants the mails of a rule again.</summary>
public static class Subscribe
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid RuleId) : IRequest;

    public sealed class Handler(CcriDbContext db, CurrentUser user) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var person = user.PersonId ?? throw new RuleViolationException("Only a person can take mails back, and only the own ones.");
            if (!await db.ReminderRules.AnyAsync(r => r.Id == request.RuleId, cancellationToken))
                throw new NotFoundException("Rule", request.RuleId);
            await db.TakeBackAsync(person, [request.RuleId], cancellationToken);
            return Unit.Value;
        }
    }
}
