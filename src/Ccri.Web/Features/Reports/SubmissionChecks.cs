using Ccri.Domain.Knowledge;
using Ccri.Domain.Plans;
using Ccri.Domain.Reports;
using Ccri.Domain.Solutions;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>Something to look at before a report is submitted.</summary>
/// <param name="Blocks">It cannot be submitted as long as this is so; it only warns otherwise.</param>
/// <param name="Address">Of the field where it is mended, below the site's root.</param>
public sealed record SubmissionCheck(bool Blocks, string Sentence, string Address);

/// <summary>What keeps a report from being submitted, and what should be looked at.</summary>
public sealed class SubmissionChecks(CcriDbContext db, StatementReader statements, FindingReader findings, ProgrammeCalendar calendar)
{
    /// <summary>Of many that block, so many are said in one sentence.</summary>
    public const int MostShown = 3;

    /// <returns>Those that block first.</returns>
    public async Task<IReadOnlyList<SubmissionCheck>> OfAsync(TerritoryReport report, CancellationToken cancellationToken)
    {
        var id = report.TerritoryId;
        var place = await (from r in db.TerritoryReports
                           join p in db.ReportingPeriods on r.PeriodId equals p.Id
                           join t in db.Territories on r.TerritoryId equals t.Id
                           where r.Id == report.Id
                           select new { p.Code, t.Slug }).SingleAsync(cancellationToken);
        var here = $"reports/{place.Code}/territories/{place.Slug}";
        List<SubmissionCheck> checks = [];
        if (report.Summary is null)
            checks.Add(new SubmissionCheck(true, "The summary is empty. Say in a few sentences what happened in the period.", $"{here}/write#Input_Summary"));
        checks.AddRange(await LateAsync(id, cancellationToken));
        var stale = (await statements.OfAsync(id, cancellationToken)).Count(s => s.IsStale);
        if (stale > 0)
            checks.Add(new SubmissionCheck(false, $"{Plural.Of(stale, "statement")} {(stale == 1 ? "was" : "were")} not confirmed for two quarters, and the report will say so.", $"{here}#statements"));
        var lacking = await db.Lacking(calendar.Today).CountAsync(s => s.TerritoryId == id, cancellationToken);
        if (lacking > 0)
            checks.Add(new SubmissionCheck(false, $"{Plural.Of(lacking, "indicator")} {(lacking == 1 ? "has" : "have")} had no value for a year.", $"indicators/{place.Slug}/enter"));
        var open = (await findings.OfTerritoryAsync(id, cancellationToken)).Count(f => f.Accepted is null);
        if (open > 0)
            checks.Add(new SubmissionCheck(false, $"{Plural.Of(open, "finding")} between the plans {(open == 1 ? "is" : "are")} open: mend or accept {(open == 1 ? "it" : "them")}.", $"findings?territory={place.Slug}"));
        checks.AddRange(await UnplannedAsync(id, cancellationToken));
        return checks;
    }

    /// <summary>Actions and milestones whose day has passed, and of which nobody says when they will be done.</summary>
    private async Task<IEnumerable<SubmissionCheck>> LateAsync(Guid id, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var running = from a in db.PlanActions
                      join p in db.Plans on a.PlanId equals p.Id
                      where a.TerritoryId == id && p.Status != PlanStatus.Expired && a.Status != ActionStatus.Done && a.Status != ActionStatus.Dropped
                      select new { a.Id, a.Number, a.Title, a.End, a.Forecast, p.Code };
        var actions = await running.Where(a => a.End < today && a.Forecast == null).OrderBy(a => a.End).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var solutions = db.Solutions.Where(s => s.TerritoryId == id && s.State != SolutionState.Stopped && s.State != SolutionState.Completed);
        var milestones = await db.Milestones.Where(m => m.TerritoryId == id && m.DoneOn == null && m.Forecast == null && m.Due < today
            && (running.Any(a => a.Id == m.ActionId) || solutions.Any(s => s.Id == m.SolutionId))).OrderBy(m => m.Due).ThenBy(m => m.Id).Select(m => new { m.Id, m.Title, m.Due }).ToListAsync(cancellationToken);
        return actions.Select(a => new SubmissionCheck(true, $"Action {a.Number} {a.Title} should have ended on {Words.Of(a.End!.Value)}. Say when it will, or when it did.", $"plans/{a.Code}/actions/{a.Id}/edit#Input_Forecast"))
            .Concat(milestones.Select(m => new SubmissionCheck(true, $"Milestone {m.Title} was due on {Words.Of(m.Due)}. Say when it will be done, or when it was.", $"milestones/{m.Id}#Input_Forecast")));
    }

    private async Task<IEnumerable<SubmissionCheck>> UnplannedAsync(Guid id, CancellationToken cancellationToken)
    {
        var projects = await (from x in db.InvestmentProjects
                              join p in db.Plans on x.PlanId equals p.Id
                              where x.TerritoryId == id && p.Status != PlanStatus.Expired && x.NextGate == null && x.Stage != ProjectStage.Operating && x.Stage != ProjectStage.Stopped
                              orderby x.Number, x.Id
                              select new { x.Id, x.Number, x.Name, p.Code }).ToListAsync(cancellationToken);
        var risks = await db.Risks.Where(r => r.TerritoryId == id && r.ClosedOn == null && r.Mitigation == null).OrderBy(r => r.RaisedOn).ThenBy(r => r.Id).Select(r => new { r.Id, r.Title }).ToListAsync(cancellationToken);
        return projects.Select(p => new SubmissionCheck(false, $"Project {p.Number} {p.Name} has no day of its next gate.", $"plans/{p.Code}/projects/{p.Id}/edit#Input_NextGate"))
            .Concat(risks.Select(r => new SubmissionCheck(false, $"Nobody says what is done about “{r.Title}”.", $"risks/{r.Id}/edit#Input_Mitigation")));
    }
}
