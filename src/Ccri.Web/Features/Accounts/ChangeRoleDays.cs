using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Changes from when to when a role counts; a last day ends it.</summary>
public static class ChangeRoleDays
{
    [Allow(Role.Coordinator)]
    public sealed record Command(Guid PersonId, Guid RoleId, DateOnly? From, DateOnly? To, Guid Version) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.To).NotBefore(c => c.From);
    }

    public sealed class Handler(CcriDbContext db, LastCoordinator coordinators) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var person = await db.Persons.Include(p => p.Roles).SingleOrDefaultAsync(p => p.Id == request.PersonId, cancellationToken)
                ?? throw new NotFoundException("Person", request.PersonId);
            var role = person.Roles.SingleOrDefault(r => r.Id == request.RoleId) ?? throw new NotFoundException("Role", request.RoleId);
            db.ExpectVersion(role, request.Version);
            role.Last(request.From, request.To);
            await coordinators.RequireAnotherAsync(person, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
