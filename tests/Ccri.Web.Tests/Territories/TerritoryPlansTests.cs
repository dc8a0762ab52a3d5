using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Ccri.Web.Errors;
using Ccri.Web.Features.Territories;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Territories;

public abstract class TerritoryPlansTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_territory_shows_its_plans_and_solutions_with_what_is_late()
    {
        const string slug = "bergen";
        await WriteAsync(slug);

        var answer = await App.SendAsync(new GetTerritoryPlans.Query(slug));

        var plan = answer.Plans.ShouldHaveSingleItem();
        (plan.Title, plan.Actions, plan.Done, plan.Late).ShouldBe(("Bergen goes round", 3, 1, 1));
        var solution = answer.Solutions.Single(s => s.Title == "Łódź on the quay");
        (solution.Late, solution.State, solution.Phase).ShouldBe((0, SolutionState.Stopped, Phase.Map), "nothing of what was stopped is late");
        answer.Solutions.Single(s => s.Title == "Пловдив by the river").Late.ShouldBe(1);

        var events = (await App.SendAsync(new GetTimeline.Query(slug))).Select(e => e.What).ToList();
        events.ShouldContain("Łódź on the quay: phase Map begins (May 2023)");
        events.ShouldContain("Łódź on the quay: stopped (Q1 2024). Too little material came in.");
        (await App.SendAsync(new GetTimeline.Query(slug), Role.Desk)).ShouldAllBe(e => !e.What.Contains("quay"));
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new GetTerritoryPlans.Query(slug), Role.Territory, Guid.CreateVersion7()));
    }

    private Task<int> WriteAsync(string slug) => App.WithDatabaseAsync(async db =>
    {
        var id = await db.Territories.Where(t => t.Slug == slug).Select(t => t.Id).SingleAsync(Cancellation);
        var plan = new Plan(id, PlanKind.Ceap, "CEAP-BERGEN-9", "Bergen goes round");
        var actions = Enumerable.Range(1, 4).Select(n => new PlanAction(plan.Id, id, $"{n}", $"Action {n}")).ToList();
        actions[0].Run(Today.AddDays(-90), Today.AddDays(-1));
        actions[1].Run(Today.AddDays(-90), Today);
        actions[2].Run(Today.AddDays(-90), Today.AddDays(-30));
        actions[2].Finish(Today, Today);
        actions[3].Run(Today.AddDays(-90), Today.AddDays(-30));
        actions[3].Drop("Done by the neighbours.");
        var solution = new Solution(id, "CSS-BERGEN-9", "Łódź on the quay");
        solution.Enter(Phase.Map, new PartialDate(new DateOnly(2023, 5, 1), DatePrecision.Month), null, Today);
        solution.Stop(new PartialDate(new DateOnly(2024, 2, 1), DatePrecision.Quarter), "Too little material came in.", "Ask the owners first.", Today);
        var other = new Solution(id, "CSS-BERGEN-10", "Пловдив by the river");
        db.AddRange([plan, .. actions, solution, other, Milestone.OfSolution(other.Id, id, "Opened", Today.AddDays(-1)), Milestone.OfSolution(other.Id, id, "Full", Today), Milestone.OfSolution(solution.Id, id, "Opened", Today.AddDays(-1))]);
        return await db.SaveChangesAsync(Cancellation);
    });
}

public sealed class TerritoryPlansOnSqlite(SqliteApp app) : TerritoryPlansTests(app), IClassFixture<SqliteApp>;

public sealed class TerritoryPlansOnPostgres(PostgresApp app) : TerritoryPlansTests(app), IClassFixture<PostgresApp>;
