using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>An investment project with its money, the stages it went through, and what it is expected to bring.</summary>
public static class GetProject
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, Guid Id) : IRequest<Details>;

    /// <param name="IsWithheld">It is confidential, and its amounts are not for who asks: none is here.</param>
    /// <param name="Facts">All that is said of it, in the shape of its form.</param>
    /// <param name="Stages">The newest first.</param>
    public sealed record Details(PlanHead Plan, string Territory, string Slug, bool IsWithheld, DateOnly Today, EditProject.Command Facts, ProjectStage Stage, ProjectMoney Money,
        IReadOnlyList<LineRow> Lines, IReadOnlyList<StageRow> Stages, IReadOnlyList<EffectRow> Effects)
    {
        public ShownStatus? Standing { get; init; }
        public Linked? Action { get; init; }
        public Linked? Solution { get; init; }
        public SourceLine? Source { get; init; }

        public string Code => Plan.Code;
        public bool MayEdit => Plan.MayEdit;
        public Funding Funding => Funding.Of(Money);
    }

    /// <param name="Line">In the shape of its form.</param>
    /// <param name="InEuro">Cents; empty is not known.</param>
    public sealed record LineRow(EditFundingLine.Command Line, long? InEuro);

    public sealed record StageRow(ProjectStage From, ProjectStage To, DateOnly On, string? Evidence);

    /// <param name="Code">Of an action, its number.</param>
    /// <param name="Plan">The code of the action plan; empty of a solution.</param>
    public sealed record Linked(Guid Id, string Code, string Title, string? Plan);

    public sealed class Handler(CcriDbContext db, Access access, StatusReader statuses, ProgrammeCalendar calendar) : IRequestHandler<Query, Details>
    {
        public async Task<Details> Handle(Query request, CancellationToken cancellationToken)
        {
            var project = await db.InvestmentProjects.AsNoTracking().Include(p => p.Stages).SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Project", request.Id);
            var plan = await db.PlanToReadAsync(access, request.Code, PlanKind.Ceip, cancellationToken);
            if (project.PlanId != plan.Id)
                throw new NotFoundException("Project", request.Id);
            var territory = await db.Territories.Where(t => t.Id == project.TerritoryId).Select(t => new { t.Name, t.Slug }).SingleAsync(cancellationToken);
            var isWithheld = project.IsConfidential && !access.SeesConfidentialAmounts(project.TerritoryId);
            var lines = await db.FundingLines.AsNoTracking().Where(l => l.ProjectId == project.Id).OrderBy(l => l.Id).ToListAsync(cancellationToken);
            var shown = lines.Select(line => new LineRow(EditFundingLine.Command.Of(line), Money.InEuro(line.Amount, line.Currency, line.Rate))).OrderByDescending(row => row.Line.Status != FundingStatus.Rejected)
                .ThenByDescending(row => row.Line.Status).ToList();
            var facts = EditProject.Command.Of(project);
            var effects = await db.EffectRowsAsync(db.Effects.Where(e => e.ProjectId == project.Id), cancellationToken);
            return new Details(plan, territory.Name, territory.Slug, isWithheld, calendar.Today, isWithheld ? facts.WithoutAmounts() : facts, project.Stage,
                isWithheld ? new ProjectMoney(project.Id, null, null, []) : ProjectMoney.Of(project, lines),
                isWithheld ? [.. shown.Select(row => new LineRow(ConfidentialAmounts.Emptied(row.Line with { }, ConfidentialAmounts.OfFunding), null))] : shown,
                [.. project.Stages.OrderByDescending(s => s.On).ThenByDescending(s => s.Id).Select(s => new StageRow(s.From, s.To, s.On, s.Evidence))],
                isWithheld ? [.. effects.Select(row => row.WithoutAmount())] : effects)
            {
                Standing = (await statuses.OfTerritoryAsync(project.TerritoryId, cancellationToken)).Show(project.Id),
                Action = await (from a in db.PlanActions.Where(a => a.Id == project.ActionId)
                                join p in db.Plans on a.PlanId equals p.Id
                                select new Linked(a.Id, a.Number, a.Title, p.Code)).SingleOrDefaultAsync(cancellationToken),
                Solution = await db.Solutions.Where(s => s.Id == project.SolutionId).Select(s => new Linked(s.Id, s.Code, s.Title, null)).SingleOrDefaultAsync(cancellationToken),
                Source = SourceLine.Of((await db.NotesOf([project.Id], cancellationToken)).GetValueOrDefault(project.Id), calendar),
            };
        }
    }
}
