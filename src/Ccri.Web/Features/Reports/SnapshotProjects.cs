using Ccri.Domain.Plans;
using Ccri.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>The investment projects of a snapshot: never an amount of a confidential one, whoever asks, because a snapshot travels inside the PDF.</summary>
internal static class SnapshotProjects
{
    /// <returns>By plan, in the order of their numbers.</returns>
    public static async Task<ILookup<Guid, SnapshotProject>> ReadAsync(SnapshotReading read, CancellationToken cancellationToken)
    {
        var (db, of) = (read.Db, read.Territories);
        var projects = await (from p in db.InvestmentProjects.AsNoTracking().Where(p => of.Contains(p.TerritoryId))
                              join s in db.Solutions on p.SolutionId equals s.Id into solutions
                              from solution in solutions.DefaultIfEmpty()
                              join a in db.PlanActions on p.ActionId equals a.Id into actions
                              from action in actions.DefaultIfEmpty()
                              select new { Project = p, Solution = solution!.Code, action!.Number, action!.Title }).ToListAsync(cancellationToken);
        var lines = (await db.FundingLines.AsNoTracking().Where(l => of.Contains(l.TerritoryId)).ToListAsync(cancellationToken)).OrderBy(l => l.Id).ToLookup(l => l.ProjectId);
        var stages = (await db.StageChanges.AsNoTracking().Where(s => of.Contains(s.TerritoryId)).ToListAsync(cancellationToken)).OrderBy(s => s.On).ThenBy(s => s.Id).ToLookup(s => s.ProjectId);
        var effects = await SnapshotActions.EffectsAsync(read, cancellationToken);
        return projects.OrderBy(p => PlanNumber.Key(p.Project.Number), StringComparer.Ordinal).ThenBy(p => p.Project.Id).ToLookup(p => p.Project.PlanId, row =>
        {
            var (project, last) = (row.Project, stages[row.Project.Id].LastOrDefault());
            var money = project.IsConfidential ? new ProjectMoney(project.Id, null, null, []) : ProjectMoney.Of(project, []);
            return new SnapshotProject(project.Id, project.Number, project.Name, project.Stage, last?.On, last?.Evidence, project.NextGate, money.Capex, money.Preparation, project.IsConfidential)
            {
                Promoter = project.Promoter, Category = project.Category, Trl = project.Trl, Readiness = project.Readiness, Action = row.Number is null ? null : $"{row.Number} {row.Title}", Solution = row.Solution,
                Start = project.Start, FinancialClose = project.FinancialClose, Construction = project.Construction, Operation = project.Operation,
                DaysLate = InvestmentProject.DaysLate(project.Stage, project.NextGate, read.Day), Reading = read.Status(project.Id, project.TerritoryId),
                Lines = [.. lines[project.Id].Select(l => new SnapshotFundingLine(l.Id, l.Source, l.Instrument, l.Provider, l.IsPrivate, project.IsConfidential ? null : Money.InEuro(l.Amount, l.Currency, l.Rate), l.Status, l.On))],
                Effects = [.. effects[project.Id].Where(e => !project.IsConfidential || !Effect.IsMoney(e.Kind)).Select(SnapshotActions.Of)],
                Said = read.Said.Of(project.Id, project.TerritoryId, [.. lines[project.Id].Select(l => l.Id), .. stages[project.Id].Select(s => s.Id), .. effects[project.Id].Select(e => e.Id)]),
            };
        });
    }
}
