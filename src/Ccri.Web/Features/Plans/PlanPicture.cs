using Ccri.Domain;
using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>A plan with everything in it, as it stands in the database: one query for each kind of row, however many rows there are.
/// What was added between two queries, so that what it belongs to is not in the picture, is not in it either.</summary>
internal static class PlanPicture
{
    /// <param name="plan">Its header is taken as it is in memory, so that a version can be kept in the same save as what it is kept for.</param>
    public static async Task<Picture> OfAsync(CcriDbContext db, Plan plan, CancellationToken cancellationToken)
    {
        var financed = plan.ActionPlanId is { } other ? await db.Plans.Where(p => p.Id == other).Select(p => p.Title).SingleAsync(cancellationToken) : null;
        var sections = await db.SectionScores.AsNoTracking().Where(s => s.PlanId == plan.Id).ToListAsync(cancellationToken);
        var rows = new List<PictureRow> { PlanPictureRows.Of(plan, financed) };
        rows.AddRange(sections.Select(PlanPictureRows.Of));
        rows.AddRange(plan.Kind == PlanKind.Ceap ? await ActionsAsync(db, plan.Id, cancellationToken) : await ProjectsAsync(db, plan.Id, cancellationToken));
        return new Picture(rows);
    }

    private static async Task<IEnumerable<PictureRow>> ActionsAsync(CcriDbContext db, Guid plan, CancellationToken cancellationToken)
    {
        var objectives = await db.Objectives.AsNoTracking().Where(o => o.PlanId == plan).ToListAsync(cancellationToken);
        var actions = await (from a in db.PlanActions.AsNoTracking().Where(a => a.PlanId == plan)
                             join s in db.Solutions on a.SolutionId equals s.Id into solutions
                             from solution in solutions.DefaultIfEmpty()
                             join i in db.Indicators on a.IndicatorId equals i.Id into indicators
                             from indicator in indicators.DefaultIfEmpty()
                             select new { Action = a, Solution = solution!.Title, Indicator = indicator!.Name }).ToListAsync(cancellationToken);
        var leads = (await (from l in db.Leads.AsNoTracking().Where(l => l.PlanId == plan)
                            join o in db.Organisations on l.OrganisationId equals o.Id into organisations
                            from organisation in organisations.DefaultIfEmpty()
                            select new { Lead = l, Organisation = organisation!.Name }).ToListAsync(cancellationToken))
            .ToLookup(l => l.Lead.ActionId ?? l.Lead.ObjectiveId, l => (l.Lead, Name: (string?)(l.Lead.Name ?? l.Organisation)));
        var effects = await db.Effects.AsNoTracking().Where(e => e.PlanId == plan).ToListAsync(cancellationToken);
        var milestones = await db.Milestones.AsNoTracking().Where(m => db.PlanActions.Any(a => a.PlanId == plan && a.Id == m.ActionId)).ToListAsync(cancellationToken);

        var titles = objectives.ToDictionary(o => o.Id, PlanPictureRows.NameOf);
        var names = actions.ToDictionary(a => a.Action.Id, a => PlanPictureRows.NameOf(a.Action));
        return
        [
            .. objectives.Select(o => PlanPictureRows.Of(o, leads[o.Id])),
            .. actions.Select(a => PlanPictureRows.Of(a.Action, titles, a.Solution, a.Indicator, leads[a.Action.Id])),
            .. effects.Where(e => e.ActionId is { } action && names.ContainsKey(action)).Select(e => PlanPictureRows.Of(e, names[e.ActionId!.Value])),
            .. milestones.Where(m => names.ContainsKey(m.ActionId!.Value)).Select(m => PlanPictureRows.Of(m, names[m.ActionId!.Value])),
        ];
    }

    private static async Task<IEnumerable<PictureRow>> ProjectsAsync(CcriDbContext db, Guid plan, CancellationToken cancellationToken)
    {
        var projects = await (from p in db.InvestmentProjects.AsNoTracking().Where(p => p.PlanId == plan)
                              join s in db.Solutions on p.SolutionId equals s.Id into solutions
                              from solution in solutions.DefaultIfEmpty()
                              join a in db.PlanActions on p.ActionId equals a.Id into actions
                              from action in actions.DefaultIfEmpty()
                              select new { Project = p, Solution = solution!.Title, Action = action }).ToListAsync(cancellationToken);
        var lines = await db.FundingLines.AsNoTracking().Where(l => l.PlanId == plan).ToListAsync(cancellationToken);
        var effects = await db.Effects.AsNoTracking().Where(e => e.PlanId == plan).ToListAsync(cancellationToken);

        var byId = projects.ToDictionary(p => p.Project.Id, p => p.Project);
        return
        [
            .. projects.Select(p => PlanPictureRows.Of(p.Project, p.Solution, p.Action is null ? null : PlanPictureRows.NameOf(p.Action))),
            .. lines.Where(l => byId.ContainsKey(l.ProjectId)).Select(l => PlanPictureRows.Of(l, byId[l.ProjectId])),
            .. effects.Where(e => e.ProjectId is { } project && byId.ContainsKey(project)).Select(e => PlanPictureRows.Of(e, PlanPictureRows.NameOf(byId[e.ProjectId!.Value]))),
        ];
    }
}
