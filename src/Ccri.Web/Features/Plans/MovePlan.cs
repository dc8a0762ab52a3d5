using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Plans;

/// <summary>The steps of a plan that need nothing but the press of a button. What goes to review is kept as a version.</summary>
public static class MovePlan
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(string Code, PlanStep Step) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Step).IsInEnum().WithMessage("Choose one of the steps that the page offers.")
            .NotEqual(PlanStep.Adopt).WithMessage("A plan needs an adoption date and the body that adopted it."); // asked for on a page of its own
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var head = await db.PlanToEditAsync(access, request.Code, kind: null, cancellationToken);
            await using var held = await db.HoldAsync<Plan>(head.Id, cancellationToken);
            var plan = await db.PlanAsync(request.Code, cancellationToken);
            Take(plan, request.Step);
            if (request.Step == PlanStep.SendToReview)
                await db.KeepAsync(plan, VersionOccasion.SentToReview, null, user, clock.GetUtcNow().UtcDateTime, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }

        private static void Take(Plan plan, PlanStep step)
        {
            switch (step)
            {
                case PlanStep.Draft: plan.Draft(); break;
                case PlanStep.SendToReview: plan.SendToReview(); break;
                case PlanStep.ReturnToAuthors: plan.ReturnToAuthors(); break;
                case PlanStep.Revise: plan.Revise(); break;
                default: plan.Expire(); break;
            }
        }
    }
}
