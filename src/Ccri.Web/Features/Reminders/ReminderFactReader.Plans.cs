using Ccri.Domain.Plans;
using Ccri.Domain.Reminders;
using Ccri.Domain.Solutions;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Of plans and solutions. The addresses are those of <see cref="Shared.DueThings"/>.</summary>
public sealed partial class ReminderFactReader
{
    /// <summary>Not reached, of a solution on which work goes on or of an action that is not over.</summary>
    private async Task<IEnumerable<ReminderFact>> MilestonesAsync(Asked asked, CancellationToken cancellationToken)
    {
        var open = asked.Only(db.Milestones.Where(m => m.DoneOn == null));
        var ofSolutions = await (from m in open
                                 join s in db.Solutions on m.SolutionId equals s.Id
                                 where s.State == SolutionState.Active || s.State == SolutionState.Redesigned
                                 orderby m.Id
                                 select new { m.TerritoryId, m.Id, m.Due, m.Title, Of = s.Title, s.Code }).ToListAsync(cancellationToken);
        var ofActions = await (from m in open
                               join a in db.PlanActions on m.ActionId equals a.Id
                               join p in db.Plans on a.PlanId equals p.Id
                               where a.Status != ActionStatus.Done && a.Status != ActionStatus.Dropped && p.Status != PlanStatus.Expired
                               orderby m.Id
                               select new { m.TerritoryId, m.Id, m.Due, m.Title, a.Number, Of = a.Title, Action = a.Id, p.Code }).ToListAsync(cancellationToken);
        return ofSolutions.SelectMany(m => asked.Of(m.TerritoryId, ReminderKind.Milestone, m.Id, m.Due, $"{m.Title} ({m.Of})", $"solutions/{m.Code}"))
            .Concat(ofActions.SelectMany(m => asked.Of(m.TerritoryId, ReminderKind.Milestone, m.Id, m.Due, $"{m.Title} ({m.Number} {m.Of})", $"plans/{m.Code}/actions/{m.Action}")));
    }

    private async Task<IEnumerable<ReminderFact>> ActionsAsync(Asked asked, CancellationToken cancellationToken)
    {
        var rows = await (from a in asked.Only(db.PlanActions.Where(a => a.End != null && a.Status != ActionStatus.Done && a.Status != ActionStatus.Dropped))
                          join p in db.Plans on a.PlanId equals p.Id
                          where p.Status != PlanStatus.Expired
                          orderby a.Id
                          select new { a.TerritoryId, a.Id, a.End, a.Number, a.Title, p.Code, Plan = p.Title }).ToListAsync(cancellationToken);
        return rows.SelectMany(a => asked.Of(a.TerritoryId, ReminderKind.Action, a.Id, a.End!.Value, $"{a.Number} {a.Title} ({a.Plan})", $"plans/{a.Code}/actions/{a.Id}"));
    }

    /// <summary>Neither operating nor stopped: nothing is to be decided on those.</summary>
    private async Task<IEnumerable<ReminderFact>> GatesAsync(Asked asked, CancellationToken cancellationToken)
    {
        var rows = await (from i in asked.Only(db.InvestmentProjects.Where(i => i.NextGate != null && i.Stage != ProjectStage.Operating && i.Stage != ProjectStage.Stopped))
                          join p in db.Plans on i.PlanId equals p.Id
                          where p.Status != PlanStatus.Expired
                          orderby i.Id
                          select new { i.TerritoryId, i.Id, i.NextGate, i.Number, i.Name, p.Code }).ToListAsync(cancellationToken);
        return rows.SelectMany(i => asked.Of(i.TerritoryId, ReminderKind.InvestmentGate, i.Id, i.NextGate!.Value, $"Next decision on {i.Number} {i.Name}", $"plans/{i.Code}/projects/{i.Id}"));
    }

    /// <summary>Its last year is over on the last day of December.</summary>
    private async Task<IEnumerable<ReminderFact>> PlansAsync(Asked asked, CancellationToken cancellationToken)
    {
        var rows = await asked.Only(db.Plans.Where(p => p.IsInForce && p.ValidTo != null)).OrderBy(p => p.Id).Select(p => new { p.TerritoryId, p.Id, p.Title, p.Code, p.ValidTo }).ToListAsync(cancellationToken);
        return rows.SelectMany(p => asked.Of(p.TerritoryId, ReminderKind.PlanExpiring, p.Id, new DateOnly(p.ValidTo!.Value, 12, 31), $"{p.Title} ends with {p.ValidTo}", $"plans/{p.Code}"));
    }
}
