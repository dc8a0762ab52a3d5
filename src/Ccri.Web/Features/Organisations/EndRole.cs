using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>Says on which day a role ends; it stays in the organisation's history.</summary>
public static class EndRole
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : SourceOfChange, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        public DateOnly? Day { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Day).NotNull().WithMessage("Enter the last day.");
            Include(new SourceOfChangeValidator());
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var role = await db.OrganisationRoles.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Role", request.Id);
            access.RequireOffice(role.TerritoryId);
            db.ExpectVersion(role, request.Version);
            var before = role.To;
            Refusal.Try(nameof(Command.Day), () => role.End(request.Day!.Value));
            if (role.To > before)
                throw Refusal.At(nameof(Command.Day), $"The role ended on {Words.Of(before.Value)}. Edit it to let it last longer.");
            await db.CiteRowAsync(role.Id, role.TerritoryId, role.To != before, request, user.PersonId, clock.GetUtcNow().UtcDateTime, cancellationToken);
            db.Touch(role); // also when only its source changed, so that the version tells
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
