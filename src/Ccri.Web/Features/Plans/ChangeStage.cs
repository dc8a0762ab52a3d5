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

/// <summary>A project reached another stage, or went back to one: with its day, and what shows it. What shows the stage it is at can be named later, too.</summary>
public static class ChangeStage
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        public Guid Id { get; init; }
        public ProjectStage? Stage { get; init; }
        public DateOnly? On { get; init; }

        /// <summary>What shows it: a study, a decision, a contract; of a stopped project why.</summary>
        public string? Evidence { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Stage).Needed("Choose the stage that it has reached.");
            RuleFor(c => c.On).Needed("Enter the day on which it was reached.");
            RuleFor(c => c.Evidence).Text("The evidence", Plan.LongestText);
            RuleFor(c => c.Evidence).Must(evidence => !string.IsNullOrWhiteSpace(evidence)).When(c => c.Stage == ProjectStage.Stopped).WithMessage("Say why the project is stopped, in a sentence.");
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var project = await db.InvestmentProjects.Include(p => p.Stages).SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Project", request.Id);
            access.RequireEdit(project.TerritoryId);
            if (project.Stage == request.Stage && request.Evidence is { Length: > 0 } evidence && project.Stages.OrderBy(s => s.On).ThenBy(s => s.Id).LastOrDefault() is { Evidence: null })
            {
                project.Show(evidence);
                await db.SaveChangesAsync(cancellationToken);
                return Unit.Value;
            }
            if (project.Stage == request.Stage && project.Stages.Any(s => s.To == request.Stage && s.On == request.On))
                return Unit.Value; // sent once more from a list
            if (project.Stage == request.Stage)
                throw Refusal.At(nameof(Command.Stage), "The project is at that stage already. Choose another one.");
            Enter(project, request.Stage!.Value, request.On!.Value, request.Evidence, calendar.Today, nameof(Command.On));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    /// <param name="field">Where a refused day is told.</param>
    internal static void Enter(InvestmentProject project, ProjectStage stage, DateOnly on, string? evidence, DateOnly today, string field)
    {
        if (stage == ProjectStage.Stopped && string.IsNullOrWhiteSpace(evidence))
            throw Refusal.At(nameof(Command.Evidence), "Say why the project is stopped, in a sentence.");
        Refusal.Try(field, () => project.Enter(stage, on, evidence, today));
    }
}
