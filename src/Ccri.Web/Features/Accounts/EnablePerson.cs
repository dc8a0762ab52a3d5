using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Lets somebody who was disabled sign in again, with the roles that still count and the password of before.</summary>
public static class EnablePerson
{
    [Allow(Role.Coordinator)]
    public sealed record Command(string Email) : IRequest;

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var email = request.Email.Trim().ToLowerInvariant();
            var person = await db.Persons.SingleOrDefaultAsync(p => p.Email == email, cancellationToken) ?? throw new NotFoundException("Person", email);
            person.Enable();
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
