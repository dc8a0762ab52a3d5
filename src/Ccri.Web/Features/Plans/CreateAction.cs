using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Plans;

/// <summary>Adds an action to an action plan.</summary>
public static class CreateAction
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : ActionAnswers, IRequest<Guid>
    {
        /// <summary>Of the plan.</summary>
        public string Code { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new ActionAnswersValidator());
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanToEditAsync(access, request.Code, PlanKind.Ceap, cancellationToken);
            await using var held = await db.HoldAsync<Plan>(plan.Id, cancellationToken);
            var action = new PlanAction(plan.Id, plan.TerritoryId, request.Number!, request.Title!);
            await db.TieAsync(action, request, cancellationToken);
            request.ApplyTo(action, calendar.Today);
            db.PlanActions.Add(action);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return action.Id;
        }
    }
}
