using Ccri.Domain.Milestones;
using Ccri.Domain.Solutions;
using Ccri.Web.Features.Milestones;
using Ccri.Web.Features.Solutions;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Solutions;

/// <summary>Solutions and milestones for tests, made as a coordinator makes them.</summary>
internal static class SolutionSamples
{
    /// <returns>Its code.</returns>
    public static Task<string> AddSolutionAsync(this CcriApp app, string slug, string title = "Reuse hub") => app.SendAsync(new CreateSolution.Command { Territory = slug, Title = title });

    public static Task<Guid> AddMilestoneAsync(this CcriApp app, string code, string title, DateOnly due) =>
        app.SendAsync(new CreateMilestone.Command { Solution = code, Title = title, Due = due });

    public static Task<GetSolution.Details> SolutionAsync(this CcriApp app, string code) => app.SendAsync(new GetSolution.Query(code));

    public static Task<Milestone> MilestoneAsync(this CcriApp app, Guid id) =>
        app.WithDatabaseAsync(db => db.Milestones.AsNoTracking().Include(m => m.Moves).SingleAsync(m => m.Id == id, TestContext.Current.CancellationToken));

    /// <summary>Many at once, each with everything that a solution can have, without a message for each.</summary>
    public static Task AddManyAsync(this CcriApp app, string slug, string prefix, int solutions, int milestonesEach) => app.WithDatabaseAsync(async db =>
    {
        var territory = await db.Territories.Where(t => t.Slug == slug).Select(t => t.Id).SingleAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < solutions; i++)
        {
            var solution = new Solution(territory, $"{prefix}-{i}", $"Solution {i}");
            solution.Enter(Phase.Map, new(new DateOnly(2024, 1, 1)), null, new DateOnly(2026, 1, 1));
            solution.Pause(new(new DateOnly(2024, 2, 1)), "A reason", "A lesson", new DateOnly(2026, 1, 1));
            db.Solutions.Add(solution);
            db.Strands.Add(new Strand(solution.Id, territory, "A strand"));
            db.Actors.Add(new Actor(solution.Id, territory, ActorKind.Business, null, "Somebody"));
            db.Factors.Add(new Factor(solution.Id, territory, FactorKind.Lever, FactorDimension.Procurement, "A lever"));
            for (var m = 0; m < milestonesEach; m++)
            {
                var milestone = Milestone.OfSolution(solution.Id, territory, $"Milestone {m}", new DateOnly(2026, 1, 1).AddDays(m));
                milestone.Replan(milestone.Due.AddDays(10), "A reason", null, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
                db.Milestones.Add(milestone);
            }
        }
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });
}
