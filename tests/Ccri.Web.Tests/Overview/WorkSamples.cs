using Ccri.Domain.Indicators;
using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Overview;

/// <summary>Live work put straight into the database: territories with plans, milestones and indicators.</summary>
internal static class WorkSamples
{
    /// <summary>An adopted action plan with an action that ends on a day, a solution with a milestone due on another, and an investment plan with a project.</summary>
    public static void AddWork(this CcriDbContext db, Territory territory, string code, DateOnly actionEnds, DateOnly milestoneDue, DateOnly? gate = null)
    {
        var plan = new Plan(territory.Id, PlanKind.Ceap, $"CEAP-{code}", $"Action plan {code}");
        var action = new PlanAction(plan.Id, territory.Id, "1.1", $"Action {code}");
        action.Run(actionEnds.AddYears(-1), actionEnds);
        var investment = new Plan(territory.Id, PlanKind.Ceip, $"CEIP-{code}", $"Investment plan {code}");
        var project = new InvestmentProject(investment.Id, territory.Id, "P1", $"Project {code}");
        project.Decide(gate);
        var solution = new Solution(territory.Id, $"CSS-{code}", $"Solution {code}");
        db.AddRange(plan, action, investment, project, solution, Milestone.OfSolution(solution.Id, territory.Id, $"Milestone {code}", milestoneDue));
    }

    public static Task<int> AddWorkAsync(this CcriApp app, string slug, string code, DateOnly actionEnds, DateOnly milestoneDue, DateOnly? gate = null) => app.WithDatabaseAsync(async db =>
    {
        db.AddWork(await db.Territories.SingleAsync(t => t.Slug == slug, TestContext.Current.CancellationToken), code, actionEnds, milestoneDue, gate);
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    /// <summary>Territories of their own, each with work and an indicator.</summary>
    public static Task<int> AddTerritoriesWithWorkAsync(this CcriApp app, string name, int count, DateOnly today) => app.WithDatabaseAsync(async db =>
    {
        var indicator = await db.Indicators.Where(i => i.Level == IndicatorLevel.Territory).OrderBy(i => i.Code).FirstAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < count; i++)
        {
            var territory = new Territory($"{name.ToLowerInvariant()}-{i}", $"{name} {i}");
            db.Add(territory);
            db.AddWork(territory, $"{name.ToUpperInvariant()}-{i}", today.AddDays(10 - i), today.AddDays(i - 10), today);
            var series = new IndicatorSeries(indicator, territory.Id);
            db.AddRange(series, new Observation(series, i, today, "A test", ObservationQuality.Measured, null, null, today, today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)));
        }
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });
}
