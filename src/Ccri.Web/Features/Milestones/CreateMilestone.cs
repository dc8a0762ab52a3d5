using Ccri.Domain.Accounts;
using Ccri.Domain.Milestones;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Milestones;

/// <summary>Adds a milestone to the roadmap of a solution, or to an action of a plan.</summary>
public static class CreateMilestone
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : MilestoneFields, IRequest<Guid>
    {
        /// <summary>The code of the solution whose roadmap it is on.</summary>
        public string? Solution { get; init; }

        /// <summary>The action it belongs to, when it is not on a roadmap.</summary>
        public Guid? ActionId { get; init; }

        /// <summary>Why a coordinator accepts a roadmap that the tier does not entitle to.</summary>
        public string? Exception { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new MilestoneFields.Validator());
            RuleFor(c => c.Exception).Text("The reason", Acceptance.LongestReason);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var place = await db.PlaceAsync(request.Solution, request.ActionId, cancellationToken);
            access.RequireEdit(place.TerritoryId);
            if (place.IsRoadmap)
                await db.RequireSupportAsync(Entitlement.Roadmap, place.OwnerId, place.TerritoryId, calendar.Today, request.Exception, user, clock.GetUtcNow().UtcDateTime, nameof(request.Title), cancellationToken);
            var milestone = place.IsRoadmap ? Milestone.OfSolution(place.OwnerId, place.TerritoryId, request.Title!, request.Due!.Value) : Milestone.OfAction(place.OwnerId, place.TerritoryId, request.Title!, request.Due!.Value);
            request.Fill(milestone);
            db.Milestones.Add(milestone);
            await db.SaveChangesAsync(cancellationToken);
            return milestone.Id;
        }
    }
}
