using Ccri.Domain.Milestones;
using Ccri.Domain.Solutions;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Solutions;

/// <summary>A solution by the code in its address, and the milestones that are still to come.</summary>
internal static class FoundSolutions
{
    /// <exception cref="NotFoundException">When no solution has the code.</exception>
    public static Task<Solution> SolutionAsync(this CcriDbContext db, string code, CancellationToken cancellationToken) => db.Solutions.ByCodeAsync(code, cancellationToken);

    /// <inheritdoc cref="SolutionAsync"/>
    public static async Task<Solution> ByCodeAsync(this IQueryable<Solution> solutions, string code, CancellationToken cancellationToken) =>
        await solutions.SingleOrDefaultAsync(s => s.Code == code, cancellationToken) ?? throw new NotFoundException("Solution", code);

    /// <summary>Milestones that somebody still waits for: of what was stopped or completed, nothing is late any more.</summary>
    public static IQueryable<Milestone> OpenMilestones(this CcriDbContext db) => db.Milestones.Where(m => m.DoneOn == null
        && db.Solutions.Any(s => s.Id == m.SolutionId && s.State != SolutionState.Stopped && s.State != SolutionState.Completed));
}
