using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>Changes the unit and the dates of a role; what it is, and for whom, stays: another role is another row.</summary>
public static class EditRole
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : SourceOfChange, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        public string? Unit { get; init; }
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
        public string? ExceptionReason { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Unit).Line("The unit", OrganisationRole.LongestUnit);
            RuleFor(c => c.To).NotBefore(c => c.From);
            RuleFor(c => c.ExceptionReason).Text("The reason", Acceptance.LongestReason);
            Include(new SourceOfChangeValidator());
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var role = await db.OrganisationRoles.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Role", request.Id);
            if (role.TerritoryId is { } territoryId)
                access.RequireEdit(territoryId);
            db.ExpectVersion(role, request.Version);
            var wasOver = role.To < calendar.Today;
            var before = (role.Unit, role.From, role.To);
            role.ActThrough(request.Unit);
            role.Last(request.From, request.To);
            await RoleTwice.RefuseAsync(db, role, nameof(Command.From), cancellationToken);
            if (wasOver && await new TierEntitlement(db, user, calendar, clock).CheckAsync(role, request.ExceptionReason, cancellationToken) is { } acceptance)
                db.Acceptances.Add(acceptance); // taken up again, it is judged like a new one
            var isChanged = before != (role.Unit, role.From, role.To);
            await db.CiteChangedAsync(role.Id, role.TerritoryId, isChanged, request, user.PersonId, clock.GetUtcNow().UtcDateTime, cancellationToken);
            db.Entry(role).State = EntityState.Modified; // also when only its source changed, so that the version tells
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
