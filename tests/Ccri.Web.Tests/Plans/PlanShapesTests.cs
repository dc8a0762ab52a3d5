using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Features.Plans;

namespace Ccri.Web.Tests.Plans;

/// <summary>Four action plans that exist, each of another shape, are entered through the messages without bending. What they publish: domain.md 1.2 and 5.1; titles of single actions are made up.</summary>
public abstract class PlanShapesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Castilla_y_Leon_has_60_measures_for_237_4_million_euro_without_objectives()
    {
        var code = await App.EmptyPlanAsync("castilla-y-leon", with: plan => plan.Cover(2024, 2026));
        for (var measure = 1; measure <= 60; measure++)
            await App.SendAsync(new CreateAction.Command { Code = code, Number = $"M{measure}", Title = $"Measure {measure}", Start = "2024-01", End = "2026-12", Budget = measure == 60 ? 237_400_000m - 59 * 3_956_666.66m : 3_956_666.66m });

        var plan = await App.SendAsync(new GetActionPlan.Query(code));
        (plan.Counts.All, plan.Objectives.Count, plan.Actions.Count).ShouldBe((60, 0, GetActionPlan.Shown));
        plan.Budgets.Single().ShouldBe(new GetActionPlan.BudgetSum("EUR", 237_400_000_00, 60));
        (await App.SendAsync(new ListActions.Query(code, Sort: ListActions.SortBy.Number, Page: 2))).Rows.Select(r => r.Number).ShouldBe(Enumerable.Range(51, 10).Select(n => $"M{n}"));
    }

    [Fact]
    public async Task Roubaix_has_5_objectives_and_30_actions()
    {
        var code = await App.EmptyPlanAsync("roubaix", with: plan => plan.Cover(2022, 2026));
        for (var number = 1; number <= 5; number++)
        {
            var objective = await App.SendAsync(new AddObjective.Command { Code = code, Number = number, Title = $"Objectif {number}" });
            for (var action = 1; action <= 6; action++)
                await App.SendAsync(new CreateAction.Command { Code = code, Number = $"{number}.{action}", Title = $"Action {action}", Objective = objective });
        }

        var plan = await App.SendAsync(new GetActionPlan.Query(code));
        plan.Plan.Objective.Heading.ShouldBe("Objectives");
        plan.Objectives.Select(o => o.Counts.All).ShouldBe([6, 6, 6, 6, 6]);
        plan.Budgets.ShouldBeEmpty(); // not known is not nothing
        (await App.SendAsync(new ListActions.Query(code, Objective: plan.Objectives[2].Id))).Total.ShouldBe(6);
    }

    [Fact]
    public async Task Flanders_has_6_agendas_with_a_public_and_a_private_lead_each_and_7_levers_across_them()
    {
        var code = await App.EmptyPlanAsync("flanders", with: plan => plan.CallObjectives("agenda"));
        var levers = new List<Guid>();
        for (var number = 1; number <= 7; number++)
            levers.Add(await App.SendAsync(new AddObjective.Command { Code = code, Number = number, Title = $"Lever {number}", IsLever = true }));
        for (var number = 1; number <= 6; number++)
        {
            var agenda = await App.SendAsync(new AddObjective.Command { Code = code, Number = number, Title = $"Agenda {number}" });
            await App.SendAsync(new AddLead.Command { Objective = agenda, Name = "An agency", Sector = Sector.Public });
            await App.SendAsync(new AddLead.Command { Objective = agenda, Name = "A federation", Sector = Sector.Private });
            for (var lever = 1; lever <= 7; lever++)
                await App.SendAsync(new CreateAction.Command { Code = code, Number = $"{number}.{lever}", Title = "An action", Objective = agenda, Levers = [levers[lever - 1], levers[lever % 7]] });
        }

        var plan = await App.SendAsync(new GetActionPlan.Query(code));
        (plan.Plan.Objective.Heading, plan.Plan.Objective.WithArticle).ShouldBe(("Agendas", "an agenda"));
        (plan.Objectives.Count, plan.Levers.Count, plan.Counts.All).ShouldBe((6, 7, 42));
        plan.Objectives.ShouldAllBe(o => o.Counts.All == 7 && LeadRow.InWords(o.Leads) == "An agency (public), A federation (private)");
        plan.Levers.ShouldAllBe(l => l.Counts.All == 12);
        (await App.SendAsync(new ListActions.Query(code, Objective: plan.Objectives[0].Id, Lever: plan.Levers[0].Id))).Rows.Select(r => r.Number).ShouldBe(["1.1", "1.7"]);
    }

    [Fact]
    public async Task Asker_has_a_plan_inside_its_climate_plan_with_six_focus_areas()
    {
        var code = await App.EmptyPlanAsync("asker", with: plan =>
        {
            plan.BePartOf("Climate plan");
            plan.CallObjectives("Focus areas");
            plan.Cost(null, "NOK");
        });
        for (var number = 1; number <= 6; number++)
            await App.SendAsync(new AddObjective.Command { Code = code, Number = number, Title = $"Innsatsområde {number}" });
        await App.SendAsync(new CreateAction.Command { Code = code, Number = "1", Title = "Et tiltak", Budget = 4_000_000, Currency = "NOK" });

        var plan = await App.SendAsync(new GetActionPlan.Query(code), Role.Lead);
        (plan.Plan.Objective.Heading, plan.Plan.Objective.WithArticle, plan.Plan.Currency).ShouldBe(("Focus areas", "a focus area", "NOK"));
        plan.Objectives.Count.ShouldBe(6);
        plan.Budgets.Single().Currency.ShouldBe("NOK");
    }
}

public sealed class PlanShapesOnSqlite(SqliteApp app) : PlanShapesTests(app), IClassFixture<SqliteApp>;

public sealed class PlanShapesOnPostgres(PostgresApp app) : PlanShapesTests(app), IClassFixture<PostgresApp>;
