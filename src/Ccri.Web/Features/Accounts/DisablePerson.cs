using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Ends a person's access at once; what they did stays theirs.</summary>
public static class DisablePerson
{
    [Allow(Role.Coordinator)]
    public sealed record Command(string Email) : IRequest;

    public sealed class Handler(CcriDbContext db, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var email = request.Email.Trim().ToLowerInvariant();
            var person = await db.Persons.SingleOrDefaultAsync(p => p.Email == email, cancellationToken) ?? throw new NotFoundException("Person", email);
            if (!await db.Persons.AnyAsync(p => p.Id != person.Id && p.DisabledAt == null && p.Roles.Any(r => r.Role == Role.Coordinator && r.To == null), cancellationToken)
                && await db.RoleAssignments.AnyAsync(r => r.PersonId == person.Id && r.Role == Role.Coordinator, cancellationToken))
                throw new RuleViolationException($"{person.Email} is the last coordinator: nobody could give roles any more. Make somebody else a coordinator first.");
            person.Disable(clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
