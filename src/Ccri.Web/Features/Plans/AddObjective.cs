using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Plans;

/// <summary>Adds an objective, or a lever across the objectives, to an action plan.</summary>
public static class AddObjective
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : ObjectiveAnswers, IRequest<Guid>
    {
        /// <summary>Of the plan.</summary>
        public string Code { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new ObjectiveAnswersValidator());
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanToEditAsync(access, request.Code, PlanKind.Ceap, cancellationToken);
            var objective = new Objective(plan.Id, plan.TerritoryId, request.Title!, request.IsLever);
            request.ApplyTo(objective);
            db.Objectives.Add(objective);
            await db.SaveChangesAsync(cancellationToken);
            return objective.Id;
        }
    }
}
