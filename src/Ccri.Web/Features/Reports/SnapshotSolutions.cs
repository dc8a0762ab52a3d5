using Ccri.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>The solutions of a snapshot with their history and roadmap.</summary>
internal static class SnapshotSolutions
{
    /// <returns>By territory, in the order of their codes.</returns>
    public static async Task<ILookup<Guid, SnapshotSolution>> ReadAsync(SnapshotReading read, CancellationToken cancellationToken)
    {
        var (db, of, day) = (read.Db, read.Territories, read.Day);
        var solutions = await db.Solutions.AsNoTracking().Where(s => of.Contains(s.TerritoryId)).ToListAsync(cancellationToken);
        var phases = (await db.PhaseEntries.AsNoTracking().Where(p => of.Contains(p.TerritoryId)).ToListAsync(cancellationToken)).OrderBy(p => p.Number).ToLookup(p => p.SolutionId);
        var changes = (await db.StateChanges.AsNoTracking().Where(c => of.Contains(c.TerritoryId)).ToListAsync(cancellationToken)).OrderBy(c => c.Number).ToLookup(c => c.SolutionId);
        var strands = (await db.Strands.AsNoTracking().Where(s => of.Contains(s.TerritoryId)).ToListAsync(cancellationToken)).ToLookup(s => s.SolutionId);
        var criteria = (await db.CriterionScores.AsNoTracking().Where(c => of.Contains(c.TerritoryId)).ToListAsync(cancellationToken)).OrderBy(c => c.Criterion).ToLookup(c => c.SolutionId);
        var factors = (await db.Factors.AsNoTracking().Where(f => of.Contains(f.TerritoryId) && (f.To == null || f.To >= day)).ToListAsync(cancellationToken))
            .OrderBy(f => f.Kind).ThenBy(f => f.Dimension).ThenBy(f => f.Text, StringComparer.Ordinal).ThenBy(f => f.Id).ToLookup(f => f.SolutionId);
        var milestones = await SnapshotActions.MilestonesAsync(read, cancellationToken);
        return solutions.OrderBy(s => s.Code, StringComparer.Ordinal).ToLookup(s => s.TerritoryId, solution => new SnapshotSolution(solution.Id, solution.Code, solution.Title, solution.State, solution.Phase, solution.IsSupported)
        {
            Objectives = solution.Objectives,
            Strands = [.. strands[solution.Id].Select(s => s.Title).Order(StringComparer.Ordinal)],
            Phases = [.. phases[solution.Id].Select(p => new SnapshotPhase(p.Phase, p.From, p.Precision, p.Note))],
            Changes = [.. changes[solution.Id].Select(c => new SnapshotStateChange(c.To, c.On, c.Precision, c.Reason, c.Lesson))],
            Criteria = [.. criteria[solution.Id].Select(c => new SnapshotCriterion(c.Criterion, c.Score, c.Evidence))],
            Factors = [.. factors[solution.Id].Select(f => new SnapshotFactor(f.Id, f.Kind, f.Dimension, f.Text, f.Response))],
            Milestones = [.. milestones[solution.Id]],
            Reading = read.Status(solution.Id, solution.TerritoryId),
            Said = read.Said.Of(solution.Id, solution.TerritoryId,
                [.. phases[solution.Id].Select(p => p.Id), .. changes[solution.Id].Select(c => c.Id), .. criteria[solution.Id].Select(c => c.Id), .. factors[solution.Id].Select(f => f.Id), .. milestones[solution.Id].Select(m => m.Id)]),
        });
    }
}
