using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Adds an investment project to an investment plan, at the stage it has reached.</summary>
public static class CreateProject
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : ProjectFields, IRequest<Guid>
    {
        /// <summary>Of the plan.</summary>
        public string PlanCode { get; init; } = "";
        public ProjectStage? Stage { get; init; }

        /// <summary>Since when it is at that stage; not asked of an idea.</summary>
        public DateOnly? StageOn { get; init; }

        /// <summary>What shows that it has reached it.</summary>
        public string? Evidence { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new ProjectFields.Validator());
            RuleFor(c => c.StageOn).Must((c, on) => on is not null || c.Stage is null or ProjectStage.Idea).WithMessage("Enter the day since when the project is at that stage.");
            RuleFor(c => c.Evidence).Text("The evidence", Plan.LongestText);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Code == request.PlanCode && p.Kind == PlanKind.Ceip, cancellationToken)
                ?? throw new NotFoundException("Investment plan", request.PlanCode);
            access.RequireEdit(plan.TerritoryId);
            await using var held = await db.HoldAsync<Plan>(plan.Id, cancellationToken); // of two who give one number at once, the second is told at its field
            var project = new InvestmentProject(plan.Id, plan.TerritoryId, request.Number!, request.Name!);
            await request.FillAsync(project, db, calendar.Today, cancellationToken);
            if (request.Stage is { } stage and not ProjectStage.Idea)
                ChangeStage.Enter(project, stage, request.StageOn!.Value, request.Evidence, calendar.Today, nameof(Command.StageOn));
            db.InvestmentProjects.Add(project);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return project.Id;
        }
    }
}
