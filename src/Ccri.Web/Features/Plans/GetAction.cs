using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Everything of one action: what it is, how far, who leads it, what it brings, and what hangs together with it.</summary>
public static class GetAction
{
    /// <param name="Page">Of its milestones.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, Guid Id, int Page = 1) : IRequest<Details>;

    public sealed record Details(PlanHead Plan, ActionRow Row, string? Description, string? Funding, string? Remark)
    {
        public ShownStatus? Standing { get; init; }
        public string? ObjectiveTitle { get; init; }
        public IReadOnlyList<string> Levers { get; init; } = [];
        public LinkRow? Solution { get; init; }
        public string? Indicator { get; init; }
        public IReadOnlyList<EffectRow> Effects { get; init; } = [];
        public IReadOnlyList<LinkRow> Projects { get; init; } = [];
        public required MilestoneRows Milestones { get; init; }
        public SourceLine? Source { get; init; }
    }

    /// <summary>Something else that has a page of its own.</summary>
    public sealed record LinkRow(string Address, string Name);

    public sealed class Handler(CcriDbContext db, Access access, StatusReader statuses, ProgrammeCalendar calendar) : IRequestHandler<Query, Details>
    {
        public async Task<Details> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanToReadAsync(access, request.Code, PlanKind.Ceap, cancellationToken);
            var row = (await db.ActionRowsAsync(db.PlanActions.Where(a => a.Id == request.Id && a.PlanId == plan.Id), calendar.Today, cancellationToken)).SingleOrDefault()
                ?? throw new NotFoundException("Action", request.Id);
            var texts = await db.PlanActions.Where(a => a.Id == row.Id).Select(a => new
            {
                a.Description, a.Funding, a.Remark,
                Indicator = db.Indicators.Where(i => i.Id == a.IndicatorId).Select(i => i.Code + " " + i.Name + ", " + i.Unit).FirstOrDefault(),
                Solution = db.Solutions.Where(s => s.Id == a.SolutionId).Select(s => new LinkRow("/solutions/" + s.Code, s.Title)).FirstOrDefault(),
            }).SingleAsync(cancellationToken);
            var objectives = await db.Objectives.Where(o => o.PlanId == plan.Id).OrderBy(o => o.Number).ThenBy(o => o.Id).Select(o => new { o.Id, o.Number, o.Title }).ToListAsync(cancellationToken);
            var book = await statuses.OfTerritoryAsync(plan.TerritoryId, cancellationToken);
            var leads = await db.LeadRowsAsync(db.Leads.Where(l => l.ActionId == row.Id), cancellationToken);
            return new Details(plan, row with { Leads = leads, Rag = book.Of(row.Id)?.Status }, texts.Description, texts.Funding, texts.Remark)
            {
                Standing = book.Show(row.Id),
                ObjectiveTitle = objectives.Where(o => o.Id == row.ObjectiveId).Select(o => $"{o.Number} {o.Title}").FirstOrDefault(),
                Levers = [.. objectives.Where(o => row.LeverIds.Contains(o.Id)).Select(o => $"{o.Number} {o.Title}")],
                Solution = texts.Solution,
                Indicator = texts.Indicator,
                Effects = await db.EffectRowsAsync(db.Effects.Where(e => e.ActionId == row.Id), cancellationToken),
                Projects = await (from p in db.InvestmentProjects.Where(p => p.ActionId == row.Id)
                                  join owner in db.Plans on p.PlanId equals owner.Id
                                  orderby owner.Code, p.Number, p.Id
                                  select new LinkRow("/plans/" + owner.Code + "/projects/" + p.Id.ToString().ToLower(), p.Number + " " + p.Name)).ToListAsync(cancellationToken),
                Milestones = await MilestoneRows.ReadAsync(db, db.Milestones.Where(m => m.ActionId == row.Id), request.Page, calendar.Today, plan.MayEdit, row.IsOver, cancellationToken),
                Source = SourceLine.Of((await db.NotesOf([row.Id], cancellationToken)).GetValueOrDefault(row.Id), calendar),
            };
        }
    }
}
