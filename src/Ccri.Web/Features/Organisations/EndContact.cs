using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>Says until when somebody is the contact; what is kept of them stays until it is removed.</summary>
public static class EndContact
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        public DateOnly? Day { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Day).NotNull().WithMessage("Enter the last day.");
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Contact", request.Id);
            new ContactAccess(db, access, user).RequireEdit(contact);
            db.ExpectVersion(contact, request.Version);
            Refusal.Try(nameof(Command.Day), () => contact.End(request.Day!.Value));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
