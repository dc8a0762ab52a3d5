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

/// <summary>Gives an organisation a role: for a territory, for a working group, or for the initiative as a whole, as the kind needs.</summary>
public static class GiveRole
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : SourceOfChange, IRequest<Guid>
    {
        public Guid OrganisationId { get; init; }
        public OrganisationRoleKind? Kind { get; init; }

        /// <summary>The territory's address.</summary>
        public string? Territory { get; init; }

        /// <summary>The group's code.</summary>
        public string? Group { get; init; }
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
            RuleFor(c => c.Kind).NotNull().WithMessage("Choose the role.").IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.Territory).NotEmpty().When(NeedsTerritory).WithMessage("This role is for one territory. Choose it.");
            RuleFor(c => c.Territory).Empty().When(c => c.Kind is not null && !NeedsTerritory(c)).WithMessage("This role is not for one territory. Choose “None”.");
            RuleFor(c => c.Group).NotEmpty().When(c => c.Kind == OrganisationRoleKind.GroupLeader).WithMessage("A leader leads one working group. Choose it.");
            RuleFor(c => c.Group).Empty().When(c => c.Kind is not null and not OrganisationRoleKind.GroupLeader).WithMessage("This role is not for one working group. Choose “None”.");
            RuleFor(c => c.Unit).Line("The unit", OrganisationRole.LongestUnit);
            RuleFor(c => c.To).NotBefore(c => c.From);
            RuleFor(c => c.Exception).Text("The reason", Acceptance.LongestReason);
            Include(new SourceOfChangeValidator());
            RuleFor(c => c.Source).Needed("Say where the role is known from: an address, or the words of the source.");
        }

        private static bool NeedsTerritory(Command command) => command.Kind is { } kind && OrganisationRole.IsForTerritory(kind);
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!await db.Organisations.AnyAsync(o => o.Id == request.OrganisationId, cancellationToken))
                throw new NotFoundException("Organisation", request.OrganisationId);
            Guid? territoryId = string.IsNullOrEmpty(request.Territory) ? null
                : await db.Territories.Where(t => t.Slug == request.Territory).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken)
                    ?? throw Refusal.At(nameof(Command.Territory), "There is no such territory. Choose one of the list.");
            Guid? groupId = string.IsNullOrEmpty(request.Group) ? null
                : await db.WorkingGroups.Where(g => g.Code == request.Group).Select(g => (Guid?)g.Id).SingleOrDefaultAsync(cancellationToken)
                    ?? throw Refusal.At(nameof(Command.Group), "There is no such working group. Choose one of the list.");
            access.RequireOffice(territoryId);

            var now = clock.GetUtcNow().UtcDateTime;
            var role = new OrganisationRole(request.OrganisationId, request.Kind!.Value, territoryId, groupId);
            role.ActThrough(request.Unit);
            Refusal.Try(nameof(Command.To), () => role.Last(request.From, request.To));
            await using var held = await db.HoldAsync<Organisation>(request.OrganisationId, cancellationToken);
            await RoleTwice.RefuseAsync(db, role, nameof(Command.Kind), cancellationToken);
            await db.RequireEntitlementAsync(role, calendar.Today, request.Exception, user, now, nameof(Command.Kind), cancellationToken);
            db.OrganisationRoles.Add(role);
            db.CiteNew(role.Id, territoryId, request, user.PersonId, now);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return role.Id;
        }
    }
}
