using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Web.Features.Plans;
using Ccri.Web.Features.Shared;

namespace Ccri.Web.Tests.Plans;

/// <summary>How plans and what stands in them stand: the rule itself is tested with the domain.</summary>
public abstract class PlanStatusTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task An_action_plan_and_its_actions_show_how_they_stand()
    {
        var (code, late, calm) = await LateAndCalmAsync("uppsala");
        using var officer = await App.SignedInAsync(Role.Officer);

        var plan = await App.SendAsync(new GetActionPlan.Query(code));

        plan.Standing!.Status.ShouldBe(Rag.OffTrack);
        plan.Actions.Select(a => (a.Id, a.Rag)).ShouldBe([(late, Rag.OffTrack), (calm, Rag.OnTrack)]);
        (await App.SendAsync(new GetAction.Query(code, late))).Standing!.Why.ShouldContain("days late");
        (await officer.PageAsync($"/plans/{code}")).ShouldContain($"href=\"/{plan.Standing.Address}\"");
        (await officer.PageAsync($"/plans/{code}/actions/{late}")).ShouldContain($"href=\"/statuses/action/{late}\"");

        async Task<IEnumerable<Guid>> FoundAsync(Rag rag) => (await App.SendAsync(new ListActions.Query(code, Rag: rag))).Rows.Select(a => a.Id);
        (await FoundAsync(Rag.OffTrack)).ShouldBe([late]);
        (await FoundAsync(Rag.AtRisk)).ShouldBeEmpty();
        (await officer.PageAsync($"/plans/{code}/actions.csv?standing=offtrack")).ShouldContain(",Off track,");
        (await officer.PageAsync($"/plans/{code}/actions?standing=atrisk")).ShouldContain("No action matches");
    }

    [Fact]
    public async Task A_project_shows_how_it_stands_on_its_page_in_its_list_and_in_its_plan()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var project = await App.SendAsync(plan.Project() with { NextGate = Today.AddDays(-31) });
        using var officer = await App.SignedInAsync(Role.Officer);

        (await App.SendAsync(new GetProject.Query(plan.Code, project))).Standing!.Status.ShouldBe(Rag.OffTrack);
        (await App.SendAsync(new ListProjects.Query(plan.Code))).Rows.Single().Rag.ShouldBe(Rag.OffTrack);
        var answer = await App.SendAsync(new GetInvestmentPlan.Query(plan.Code));
        (answer.Standing!.Status, answer.Rows.Single().Rag).ShouldBe((Rag.OffTrack, Rag.OffTrack));
        foreach (var page in (string[])["", "/projects", $"/projects/{project}"])
            (await officer.PageAsync(plan.Address + page)).ShouldContain("class=\"rag off\"");

        await App.SendAsync(new ChangeStage.Command { Id = project, Stage = ProjectStage.Stopped, On = Today, Evidence = "No site." });
        (await App.SendAsync(new ListProjects.Query(plan.Code))).Rows.Single().Rag.ShouldBeNull();
    }

    [Fact]
    public async Task The_list_of_plans_is_filtered_and_sorted_by_how_they_stand_and_a_saved_view_keeps_it()
    {
        var (late, _, _) = await LateAndCalmAsync("uppsala");
        var calm = await App.AddPlanAsync("asker");
        async Task<List<(string?, Rag?)>> FoundAsync(ListPlans.Query query) => [.. (await App.SendAsync(query with { Size = CsvFile.MostRows })).Rows.Where(r => r.Code == late || r.Code == calm).Select(r => (r.Code, r.Rag))];

        (await FoundAsync(new(Rag: Rag.OffTrack))).ShouldBe([(late, Rag.OffTrack)]);
        (await FoundAsync(new(Rag: Rag.NoData))).ShouldBe([(calm, Rag.NoData)]);
        (await FoundAsync(new(Sort: ListPlans.SortBy.Standing))).ShouldBe([(late, Rag.OffTrack), (calm, Rag.NoData)]);
        (await FoundAsync(new(Sort: ListPlans.SortBy.Title))).ShouldBe([(late, Rag.OffTrack), (calm, Rag.NoData)], ignoreOrder: true);
        using var officer = await App.SignedInAsync(Role.Officer);
        (await officer.PageAsync("/plans?standing=offtrack")).ShouldContain("class=\"rag off\"");
        (await officer.PageAsync("/plans.csv?standing=offtrack")).ShouldContain(",Off track,");
        FilteredList.Plans.Normalise("p=2&standing=offtrack").ShouldBe("standing=offtrack");
        FilteredList.Plans.UsualColumns.ShouldBe(PlanColumns.All.Where(c => c.IsUsual).Select(c => c.Key));
    }

    private async Task<(string Code, Guid Late, Guid Calm)> LateAndCalmAsync(string territory)
    {
        var code = await App.AddPlanAsync(territory);
        var (late, calm) = (new DateOnly(Today.Year, Today.Month, 1).AddMonths(-2), Today.AddMonths(8));
        return (code,
            await App.SendAsync(new CreateAction.Command { Code = code, Number = "1", Title = "Late", End = $"{late:yyyy-MM}" }),
            await App.SendAsync(new CreateAction.Command { Code = code, Number = "2", Title = "Calm", End = $"{calm:yyyy-MM}" }));
    }
}

public sealed class PlanStatusOnSqlite(SqliteApp app) : PlanStatusTests(app), IClassFixture<SqliteApp>;

public sealed class PlanStatusOnPostgres(PostgresApp app) : PlanStatusTests(app), IClassFixture<PostgresApp>;
