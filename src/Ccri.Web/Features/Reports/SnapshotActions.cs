using Ccri.Domain.Plans;
using Ccri.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>The actions of a snapshot's plans, and the milestones of actions and solutions.</summary>
internal static class SnapshotActions
{
    /// <returns>By plan, in the order of their numbers.</returns>
    public static async Task<ILookup<Guid, SnapshotAction>> ReadAsync(SnapshotReading read, CancellationToken cancellationToken)
    {
        var (db, of) = (read.Db, read.Territories);
        var actions = await (from a in db.PlanActions.AsNoTracking().Where(a => of.Contains(a.TerritoryId))
                             join s in db.Solutions on a.SolutionId equals s.Id into solutions
                             from solution in solutions.DefaultIfEmpty()
                             select new { Action = a, Solution = solution!.Code }).ToListAsync(cancellationToken);
        var leads = (await (from l in db.Leads.AsNoTracking().Where(l => l.ActionId != null && of.Contains(l.TerritoryId))
                            join o in db.Organisations on l.OrganisationId equals o.Id into organisations
                            from organisation in organisations.DefaultIfEmpty()
                            select new { Lead = l, Organisation = organisation!.Name }).ToListAsync(cancellationToken))
            .OrderBy(l => l.Lead.IsCoLead).ThenBy(l => l.Lead.Sector).ThenBy(l => l.Lead.Id).ToLookup(l => l.Lead.ActionId!.Value, l => (l.Lead.Id, Name: l.Lead.Name ?? l.Organisation));
        var effects = await EffectsAsync(read, cancellationToken);
        var milestones = await MilestonesAsync(read, cancellationToken);
        return actions.OrderBy(a => PlanNumber.Key(a.Action.Number), StringComparer.Ordinal).ThenBy(a => a.Action.Id).ToLookup(a => a.Action.PlanId, row =>
        {
            var action = row.Action;
            return new SnapshotAction(action.Id, action.Number, action.Title, action.ObjectiveId, action.Status, action.PercentDone, action.Start, action.End, action.Forecast, action.DoneOn, action.Budget, action.Currency)
            {
                Funding = action.Funding, Remark = action.Remark, Lead = [.. leads[action.Id].Select(l => l.Name)], Solution = row.Solution, DaysLate = action.DaysLate(read.Day),
                Reading = read.Status(action.Id, action.TerritoryId), Milestones = [.. milestones[action.Id]], Effects = [.. effects[action.Id].Select(Of)],
                Said = read.Said.Of(action.Id, action.TerritoryId, [.. milestones[action.Id].Select(m => m.Id), .. effects[action.Id].Select(e => e.Id), .. leads[action.Id].Select(l => l.Id)]),
            };
        });
    }

    /// <returns>By the action or solution that they belong to, the next day first.</returns>
    public static async Task<ILookup<Guid, SnapshotMilestone>> MilestonesAsync(SnapshotReading read, CancellationToken cancellationToken)
    {
        var milestones = await read.Db.Milestones.AsNoTracking().Where(m => read.Territories.Contains(m.TerritoryId)).ToListAsync(cancellationToken);
        var moves = (await read.Db.MilestoneMoves.Where(m => m.Reason != null && read.Territories.Contains(m.TerritoryId)).Select(m => new { m.MilestoneId, m.Id, m.Reason }).ToListAsync(cancellationToken))
            .OrderBy(m => m.Id).ToLookup(m => m.MilestoneId, m => m.Reason);
        return milestones.OrderBy(m => m.Due).ThenBy(m => m.Title, StringComparer.Ordinal).ThenBy(m => m.Id).ToLookup(m => (m.SolutionId ?? m.ActionId)!.Value, m => new SnapshotMilestone(m.Id, m.Title, m.Due, m.FirstDue, m.Forecast, m.DoneOn,
            m.BlockedBy, moves[m.Id].LastOrDefault(), m.DaysLate(read.Day), read.Status(m.Id, m.TerritoryId)));
    }

    /// <returns>By the action or project that brings them, in the order of their kinds.</returns>
    public static async Task<ILookup<Guid, Effect>> EffectsAsync(SnapshotReading read, CancellationToken cancellationToken)
    {
        var effects = await read.Db.Effects.AsNoTracking().Where(e => read.Territories.Contains(e.TerritoryId)).ToListAsync(cancellationToken);
        return effects.OrderBy(e => e.Kind).ThenBy(e => e.Id).ToLookup(e => (e.ActionId ?? e.ProjectId)!.Value);
    }

    public static SnapshotEffect Of(Effect effect) => new(effect.Kind, SnapshotReading.Plain(effect.Amount), effect.Unit, effect.FromYear);
}
