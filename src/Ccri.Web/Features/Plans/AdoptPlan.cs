using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Plans;

/// <summary>A body of the territory adopted the plan; how it stands then is kept as a version. Of a plan in force, puts right when and by whom that was.</summary>
public static class AdoptPlan
{
    /// <summary>The form as it is saved now.</summary>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code) : IRequest<Answer>;

    public sealed record Answer(string Code, string Title, Command Form);

    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        public string Code { get; init; } = "";
        public Guid Version { get; init; }
        public DateOnly? On { get; init; }

        /// <summary>The body, in words: "City council".</summary>
        public string? By { get; init; }

        /// <summary>The plan is in force already: only its day and body are put right, and no version is kept.</summary>
        public bool IsCorrection { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        private const string Needed = "A plan needs an adoption date and the body that adopted it.";

        public Validator()
        {
            RuleFor(c => c.On).NotNull().When(c => !c.IsCorrection).WithMessage($"{Needed} Enter the day.");
            RuleFor(c => c.By).NotEmpty().When(c => !c.IsCorrection).WithMessage($"{Needed} Enter the body, such as “City council”.");
            RuleFor(c => c.By).Line("The body", 300);
        }
    }

    public sealed class Reader(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanAsync(request.Code, cancellationToken);
            access.RequireEdit(plan.TerritoryId);
            var isCorrection = !Plan.Next(plan.Status).Contains(PlanStep.Adopt);
            return new Answer(plan.Code, plan.Title, new Command
            {
                Code = plan.Code, Version = plan.Version, IsCorrection = isCorrection, On = isCorrection ? plan.AdoptedOn : null, By = plan.AdoptedBy,
            });
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanAsync(request.Code, cancellationToken);
            access.RequireEdit(plan.TerritoryId);
            db.ExpectVersion(plan, request.Version);
            if (request.IsCorrection)
            {
                Refusal.Try(nameof(Command.On), () => plan.CorrectAdoption(request.On, request.By, calendar.Today));
            }
            else
            {
                Refusal.Try(nameof(Command.On), () => plan.Adopt(request.On, request.By, calendar.Today));
                await db.KeepAsync(plan, VersionOccasion.Adopted, null, user, clock.GetUtcNow().UtcDateTime, cancellationToken);
            }
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
