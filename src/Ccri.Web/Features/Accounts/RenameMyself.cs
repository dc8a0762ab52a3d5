using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Changes the own name.</summary>
public static class RenameMyself
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Command(string? Name, Guid Version) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name).IsANameOfAPerson();
    }

    public sealed class Handler(CcriDbContext db, CurrentUser user) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var self = await db.Persons.SingleOrDefaultAsync(p => p.Id == user.PersonId, cancellationToken) ?? throw new NotFoundException("Account", user.Name);
            db.ExpectVersion(self, request.Version);
            self.Rename(request.Name);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
