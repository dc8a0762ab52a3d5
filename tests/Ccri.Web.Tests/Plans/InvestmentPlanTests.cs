using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Errors;
using Ccri.Web.Features.Plans;

namespace Ccri.Web.Tests.Plans;

public abstract class InvestmentPlanTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task The_rows_of_a_plan_add_up_to_its_foot_and_say_what_is_left_out()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var rich = await App.SendAsync(plan.Project("P1"));
        await App.SendAsync(InvestmentSamples.Line(rich, 1_500.55m, FundingStatus.Contracted));
        var poor = await App.SendAsync(plan.Project("P2"));
        await App.SendAsync(InvestmentSamples.Line(poor, 100.01m, FundingStatus.Disbursed, FundingSource.Erdf));
        await App.SendAsync(InvestmentSamples.Line(poor, 70, FundingStatus.AppliedFor));
        await App.SendAsync(plan.Project("P3") with { Preparation = null });
        await App.SendAsync(plan.Project("P4") with { Stage = ProjectStage.Stopped, StageOn = Today, Evidence = "No site." });

        var found = await App.SendAsync(new GetInvestmentPlan.Query(plan.Code));

        (found.Rows.Count, found.Counted.Count, found.Stopped).ShouldBe((4, 3, 1));
        found.Total.Needed.ShouldBe(new Sum(240_000, 2, 1));
        found.Total.Gap.ShouldBe(new Sum(109_999, 2, 1));
        found.Total.Surplus.ShouldBe(new Sum(30_055, 2, 1));
        found.Total.Pending.ShouldBe(new Sum(7_000, 1, 0));
        found.Counted.Sum(r => r.Funding!.Gap.Cents).ShouldBe(found.Total.Gap.Cents);
        found.Cover.ShouldBe(new Coverage(240_000, 130_001, 7_000, 102_999, 2));
        var figures = InvestmentFigures.OfPlan(found.Total);
        figures.Single(f => f.Name == "Needed").How.ShouldBe("Cost to build and cost to prepare; 1 of 3 projects not known");
        figures.Select(f => f.Name).ShouldBe(["Needed", "Secured", "In talks", "Gap", "Surplus", "Private share", "Leverage"]);
    }

    [Fact]
    public async Task What_is_secured_and_not_known_in_euro_is_not_called_nothing_and_a_stopped_project_shows_no_amount()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var id = await App.SendAsync(plan.Project());
        IReadOnlyList<Figure> Figures(GetInvestmentPlan.Answer answer) => InvestmentFigures.OfPlan(answer.Total);
        Figures(await App.SendAsync(new GetInvestmentPlan.Query(plan.Code))).Single(f => f.Name == "Private share").How.ShouldBe("No money is secured yet");
        await App.SendAsync(InvestmentSamples.Line(id, 5_000, FundingStatus.Contracted, FundingSource.Life) with { Currency = "SEK" });
        await App.SendAsync(plan.Project("P2") with { Stage = ProjectStage.Stopped, StageOn = Today, Evidence = "No site." });

        var found = await App.SendAsync(new GetInvestmentPlan.Query(plan.Code));

        Figures(found).TakeLast(2).Select(f => (f.Value, f.How)).ShouldBe([("not known", "The secured amounts are not known in euro"), ("not known", "The secured amounts of the Union are not known in euro")]);
        var stages = InvestmentCharts.Pipeline(found.Rows).Stages;
        (stages[0].AmountWords, stages[^1].Name, stages[^1].Projects, stages[^1].AmountWords).ShouldBe((Words.Briefly(120_000), Words.Of(ProjectStage.Stopped), 1, null));
    }

    [Fact]
    public async Task The_amounts_of_a_confidential_project_are_not_sent_to_a_lead_and_left_out_of_the_sums()
    {
        var plan = await App.NewInvestmentPlanAsync();
        await App.SendAsync(plan.Project("P1"));
        var secret = await App.SendAsync(plan.Project("P2") with { IsConfidential = true, Capex = 987_654, YearlyRevenue = 987_654, ReturnRate = 9.87m });
        await App.SendAsync(InvestmentSamples.Line(secret, 987_654, FundingStatus.AppliedFor) with { Note = "987,654 promised" });

        var seen = await App.SendAsync(new GetInvestmentPlan.Query(plan.Code), Role.Lead);
        var hidden = seen.Rows.Single(r => r.Id == secret);
        (hidden.IsWithheld, hidden.Capex, hidden.Preparation, hidden.Funding, hidden.Lines.Count).ShouldBe((true, null, null, null, 0));
        (seen.Withheld, seen.Total.Needed).ShouldBe((1, new Sum(120_000, 1, 0)));
        var details = await App.DetailsAsync(plan, secret, Role.Lead);
        (details.IsWithheld, details.Facts.Capex, details.Facts.YearlyRevenue, details.Facts.ReturnRate, details.Lines.Single().Line.Amount, details.Lines.Single().Line.Note).ShouldBe((true, null, null, null, null, null));
        (await App.SendAsync(new ListProjects.Query(plan.Code, HasGap: true), Role.Lead)).Rows.ShouldNotContain(r => r.Id == secret);

        foreach (var (role, territory) in ((Role, Guid?)[])[(Role.Officer, null), (Role.Coordinator, null), (Role.Territory, plan.TerritoryId)])
        {
            var whole = await App.SendAsync(new GetInvestmentPlan.Query(plan.Code), role, territory);
            (whole.Withheld, whole.Rows.Single(r => r.Id == secret).Capex).ShouldBe((0, 98_765_400));
        }
        using var lead = await App.SignedInAsync(Role.Lead);
        foreach (var address in (string[])[plan.Address, $"{plan.Address}/projects", $"{plan.Address}/projects/{secret}", $"{plan.Address}/projects.csv"])
        {
            var page = await lead.PageAsync(address);
            page.ShouldNotContain("987,654");
            page.ShouldNotContain("987654");
            page.ShouldContain(address.EndsWith(".csv", StringComparison.Ordinal) ? "confidential" : "withheld");
        }
    }

    [Fact]
    public async Task The_list_filters_sorts_and_pages_and_shows_the_most_overdue_decision_first()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var (_, solution) = await App.ActionAndSolutionAsync(plan.TerritoryId);
        await App.SendAsync(plan.Project("P1") with { NextGate = Today.AddDays(5), Sector = "Food", Promoter = "Łódź Utility" });
        await App.SendAsync(plan.Project("P2") with { NextGate = Today.AddDays(-5), Sector = "Water", Capex = null });
        var covered = await App.SendAsync(plan.Project("P10") with { SolutionId = solution, Stage = ProjectStage.Operating, StageOn = Today, NextGate = Today.AddDays(-50), Capex = 0, Preparation = 0 });

        async Task<string> Numbers(ListProjects.Query query) => string.Join(' ', (await App.SendAsync(query)).Rows.Select(r => r.Number));
        var all = new ListProjects.Query(plan.Code);
        (await Numbers(all)).ShouldBe("P2 P1 P10");
        (await Numbers(all with { Sort = ListProjects.SortBy.Number })).ShouldBe("P1 P2 P10");
        (await Numbers(all with { Sort = ListProjects.SortBy.Needed, Descending = true })).ShouldBe("P1 P10 P2");
        (await Numbers(all with { Q = "lodz" })).ShouldBe("P1");
        (await Numbers(all with { Sector = "Water" })).ShouldBe("P2");
        (await Numbers(all with { Stage = ProjectStage.Operating })).ShouldBe("P10");
        (await Numbers(all with { Solution = (await App.DetailsAsync(plan, covered)).Solution!.Code })).ShouldBe("P10");
        (await Numbers(all with { HasGap = true })).ShouldBe("P1");
        (await Numbers(all with { Size = 2, Page = 9 })).ShouldBe("P10");
        (await App.SendAsync(all)).Sectors.ShouldBe(["Food", "Water"]);
    }

    [Fact]
    public async Task A_plan_of_60_projects_and_300_lines_costs_no_more_commands_than_one_of_5()
    {
        var (small, large) = (await App.NewInvestmentPlanAsync(), await App.NewInvestmentPlanAsync());
        await FillAsync(small, 5, 5);
        await FillAsync(large, 60, 5);
        App.Server.PreserveExecutionContext = true;
        using var officer = await App.SignedInAsync(Role.Officer);
        foreach (var below in (string[])["", "/projects", "/projects.csv"])
        {
            await officer.PageAsync(small.Address + below); // what is read once only
            var of5 = await QueryCount.OfAsync(() => officer.PageAsync(small.Address + below));
            var of60 = await QueryCount.OfAsync(() => officer.PageAsync(large.Address + below));
            of5.ShouldBeGreaterThan(0);
            of60.ShouldBe(of5, below);
            TestContext.Current.SendDiagnosticMessage($"{below}: {of60} commands");
        }
    }

    private Task<int> FillAsync(InvestmentSample plan, int projects, int lines) => App.WithDatabaseAsync(async db =>
    {
        for (var i = 1; i <= projects; i++)
        {
            var project = new InvestmentProject(plan.PlanId, plan.TerritoryId, $"P{i}", $"Project {i}");
            project.Cost("EUR", null, null, i * 100_000, null, 10_000, null, null);
            db.InvestmentProjects.Add(project);
            for (var j = 0; j < lines; j++)
            {
                var line = new FundingLine(project);
                line.ComeFrom((FundingSource)j, FundingInstrument.Grant, null, false);
                line.Give(1_000 * j, "EUR", null, null);
                line.Stand((FundingStatus)j, new(2026, 1, 1), Today);
                db.FundingLines.Add(line);
            }
        }
        return await db.SaveChangesAsync(Cancellation);
    });
}

public sealed class InvestmentPlanOnSqlite(SqliteApp app) : InvestmentPlanTests(app), IClassFixture<SqliteApp>;

public sealed class InvestmentPlanOnPostgres(PostgresApp app) : InvestmentPlanTests(app), IClassFixture<PostgresApp>;
