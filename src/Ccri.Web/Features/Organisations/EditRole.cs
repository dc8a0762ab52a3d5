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
        
        /// <summary>Why a coordinator accepts what the tier would refuse.</summary>
        public string? Exception { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Unit).Line("The unit", OrganisationRole.LongestUnit);
            RuleFor(c => c.To).NotBefore(c => c.From);
            RuleFor(c => c.Exception).Text("The reason", Acceptance.LongestReason);
            Include(new SourceOfChangeValidator());
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var role = await db.OrganisationRoles.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Role", request.Id);
            access.RequireOffice(role.TerritoryId);
            db.ExpectVersion(role, request.Version);
            var now = clock.GetUtcNow().UtcDateTime;
            var before = (role.Unit, role.From, role.To);
            role.ActThrough(request.Unit);
            Refusal.Try(nameof(Command.To), () => role.Last(request.From, request.To));
            await using var held = await db.HoldAsync<Organisation>(role.OrganisationId, cancellationToken);
            await RoleTwice.RefuseAsync(db, role, nameof(Command.From), cancellationToken);
            var (isLonger, isSooner) = (before.To is { } end && (role.To is null || role.To > end), before.From is { } start && (role.From is null || role.From < start));
            if (isLonger || isSooner) // the days that it gains are judged like those of a new one
                await db.RequireEntitlementAsync(role, calendar.Today, request.Exception, user, now, isLonger ? nameof(Command.To) : nameof(Command.From), cancellationToken);
            var isChanged = before != (role.Unit, role.From, role.To);
            await db.CiteRowAsync(role.Id, role.TerritoryId, isChanged, request, user.PersonId, now, cancellationToken);
            db.Entry(role).State = EntityState.Modified; // also when only its source changed, so that the version tells
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
