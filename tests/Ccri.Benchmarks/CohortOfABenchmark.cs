using Ccri.Domain.Indicators;
using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Solutions;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Benchmarks;

/// <summary>Territories with live work, about as dense as in the demonstration: two plans, twelve actions, four projects, two solutions with six milestones each, four indicators with eight values.</summary>
internal static class CohortOfABenchmark
{
    private const int Actions = 12, Projects = 4, Solutions = 2, Milestones = 6, Series = 4, Values = 8;

    /// <summary>Gives work to the territories that have none of a benchmark, after adding as many as are missing.</summary>
    public static async Task<int> FillAsync(CcriDbContext db, int territories, DateOnly today)
    {
        var missing = territories - await db.Territories.CountAsync();
        db.Territories.AddRange(Enumerable.Range(0, missing).Select(i => new Territory($"cohort-{i}", $"Territory of the cohort {i}")));
        await db.SaveChangesAsync();
        var indicators = await db.Indicators.Where(i => i.Level == IndicatorLevel.Territory && i.Direction != Direction.None).OrderBy(i => i.Code).Take(Series).ToListAsync();
        var empty = await db.Territories.Where(t => !db.Plans.Any(p => p.TerritoryId == t.Id && p.Code.StartsWith("CEAP-COHORT-"))).OrderBy(t => t.Slug).ToListAsync();
        foreach (var territory in empty)
            Fill(db, territory, indicators, today);
        return await db.SaveChangesAsync();
    }

    private static void Fill(CcriDbContext db, Territory territory, IReadOnlyList<Indicator> indicators, DateOnly today)
    {
        var code = territory.Id.ToString("N")[^12..].ToUpperInvariant();
        var (plan, money) = (new Plan(territory.Id, PlanKind.Ceap, $"CEAP-COHORT-{code}", "Action plan"), new Plan(territory.Id, PlanKind.Ceip, $"CEIP-COHORT-{code}", "Investment plan"));
        money.Finance(plan);
        db.AddRange(plan, money);
        var actions = Enumerable.Range(1, Actions).Select(i => new PlanAction(plan.Id, territory.Id, $"{i}", $"Action {i}")).ToList();
        foreach (var (i, action) in actions.Index())
            action.Run(today.AddDays(-400), today.AddDays(i * 30 - 45));
        db.AddRange(actions);
        db.AddRange(actions.Where((_, i) => i % 3 == 0).Select(a => Milestone.OfAction(a.Id, territory.Id, "Half of it", today.AddDays(20))));
        for (var i = 1; i <= Projects; i++)
        {
            var project = new InvestmentProject(money.Id, territory.Id, $"P{i}", $"Project {i}");
            project.Decide(today.AddDays(i * 20 - 30));
            project.Link(actions[i], null);
            db.Add(project);
        }
        for (var i = 1; i <= Solutions; i++)
        {
            var solution = new Solution(territory.Id, $"CSS-COHORT-{code}-{i}", $"Solution {i}");
            db.Add(solution);
            db.AddRange(Enumerable.Range(1, Milestones).Select(m => Milestone.OfSolution(solution.Id, territory.Id, $"Milestone {m}", today.AddDays(m * 40 - 60))));
        }
        foreach (var indicator in indicators)
        {
            var series = new IndicatorSeries(indicator, territory.Id);
            series.Aim(indicator, 10, today.AddYears(-2), 100, today.AddYears(2), "Benchmark", today);
            db.Add(series);
            db.AddRange(Enumerable.Range(0, Values).Select(v => new Observation(series, 10 + v * 5, today.AddMonths(-3 * v), "Benchmark", ObservationQuality.Measured, null, null, today, today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc))));
        }
    }
}
