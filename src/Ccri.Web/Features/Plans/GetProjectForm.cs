using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>A project as its form shows it, with the actions and solutions of its territory to choose from; without an id, the form of a new one.</summary>
public static class GetProjectForm
{
    /// <param name="Code">Of the investment plan.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, Guid? Id = null) : IRequest<Answer>;

    /// <param name="Sectors">That projects of the plan are in already.</param>
    public sealed record Answer(string Code, string Title, DateOnly Today, EditProject.Command Form, ProjectStage Stage, IReadOnlyList<Choice> Actions, IReadOnlyList<Choice> Solutions,
        IReadOnlyList<string> Sectors);

    public sealed record Choice(Guid Id, string Name);

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Code == request.Code && p.Kind == PlanKind.Ceip, cancellationToken)
                ?? throw new NotFoundException("Investment plan", request.Code);
            access.RequireEdit(plan.TerritoryId);
            var project = request.Id is null ? null : await db.InvestmentProjects.AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.Id && p.PlanId == plan.Id, cancellationToken)
                ?? throw new NotFoundException("Project", request.Id);
            var actions = await (from a in db.PlanActions.Where(a => a.TerritoryId == plan.TerritoryId)
                                 join p in db.Plans on a.PlanId equals p.Id
                                 orderby p.Code, a.Number, a.Id
                                 select new { a.Id, p.Code, a.Number, a.Title }).ToListAsync(cancellationToken);
            var solutions = await db.Solutions.Where(s => s.TerritoryId == plan.TerritoryId).OrderBy(s => s.Code).ThenBy(s => s.Id).Select(s => new { s.Id, s.Code, s.Title }).ToListAsync(cancellationToken);
            var others = await db.InvestmentProjects.Where(p => p.PlanId == plan.Id).OrderBy(p => p.Sector).ThenBy(p => p.Id).Select(p => new { p.Number, p.Sector }).ToListAsync(cancellationToken);
            var form = project is null ? new EditProject.Command { Number = NextNumber([.. others.Select(o => o.Number)]), Currency = plan.Currency } : EditProject.Command.Of(project);
            return new Answer(plan.Code, plan.Title, calendar.Today, form, project?.Stage ?? ProjectStage.Idea, [.. actions.Select(a => new Choice(a.Id, $"{a.Code} {a.Number} {a.Title}"))],
                [.. solutions.Select(s => new Choice(s.Id, $"{s.Code} {s.Title}"))], [.. others.Select(o => o.Sector).OfType<string>().Distinct()]);
        }

        /// <summary>P1, P2 … that is free; the plan may number its projects otherwise.</summary>
        private static string NextNumber(HashSet<string> taken) => Enumerable.Range(1, taken.Count + 1).Select(n => $"P{n}").First(number => !taken.Contains(number));
    }
}
