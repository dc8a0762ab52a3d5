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

    public sealed class Handler(CcriDbContext db, LastCoordinator coordinators, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var email = request.Email.Trim().ToLowerInvariant();
            var person = await db.Persons.Include(p => p.Roles).SingleOrDefaultAsync(p => p.Email == email, cancellationToken) ?? throw new NotFoundException("Person", email);
            person.Disable(clock.GetUtcNow().UtcDateTime);
            await coordinators.RequireAnotherAsync(person, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
