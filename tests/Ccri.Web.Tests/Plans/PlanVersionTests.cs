using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Errors;
using Ccri.Web.Features.Plans;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Plans;

public abstract class PlanVersionTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_version_kept_now_is_as_the_plan_is_now_and_reads_whole_from_its_own_text()
    {
        var code = await App.AddPlanAsync();
        await App.FillAsync(code, solutions: 2, actions: 12);

        (await App.SendByAsync(new KeepVersion.Command(code, " For the council "))).ShouldBe(1);

        (await App.SendAsync(new ComparePlan.Query(code))).Comparison!.Rows.ShouldBeEmpty();
        var version = await App.SendAsync(new GetPlanVersion.Query(code, 1));
        version.Note.ShouldBe("For the council");
        version.Groups.Select(g => (g.Noun, g.Rows.Count)).ShouldBe([("Plan", 1), ("Objective", 5), ("PlanAction", 12), ("Effect", 12), ("Milestone", 12)]);
        var action = version.Groups[2].Rows[^1];
        action.Name.ShouldBe("12 Action 12"); // behind 2, as numbers are counted
        (action.Fields["Objective"], action.Fields["Solution"], action.Fields["Leads"], action.Fields["Budget"]).ShouldBe(("3 Objective 3", "Solution 1", "Department 12 (public lead)", "1200000 EUR"));
        version.Groups[3].Rows.Select(r => r.Fields["Quantity"]).ShouldContain("37.5 t a year");
    }

    [Fact]
    public async Task What_was_added_removed_and_changed_is_told_in_words_and_the_way_back_mirrors_it()
    {
        var code = await App.AddPlanAsync();
        await App.FillAsync(code, solutions: 2, actions: 3);
        await App.SendByAsync(new KeepVersion.Command(code, null));
        await App.WithDatabaseAsync(async db =>
        {
            var actions = await db.PlanActions.Where(a => db.Plans.Any(p => p.Id == a.PlanId && p.Code == code)).OrderBy(a => a.Number).ToListAsync(Cancellation);
            actions[0].Cost(250_000_00, "NOK", null);
            actions[0].Finish(new(2026, 2, 1), Today);
            db.Remove(actions[1]);
            db.Add(new PlanAction(actions[0].PlanId, actions[0].TerritoryId, "9", "Another"));
            return await db.SaveChangesAsync(Cancellation);
        });
        await App.SendByAsync(new KeepVersion.Command(code, null));

        var shown = (await App.SendAsync(new ComparePlan.Query(code, From: 1))).Comparison!;
        shown.Added.ShouldHaveSingleItem().Row.Name.ShouldBe("9 Another");
        shown.Removed.Select(r => r.Row.Noun).ShouldBe(["PlanAction", "Effect", "Milestone"]);
        var changed = shown.Changed.ShouldHaveSingleItem();
        changed.Fields.Select(f => $"{shown.Field(f.Field)}: {shown.Shown(f.Field, f.Before)} > {shown.Shown(f.Field, f.After)}").ShouldBe(
            ["Budget: EUR 1,000 > NOK 250,000", "Done on: – > 1 Feb 2026", "Per cent done: 0 > 100", "Status: Not started > Done"]);

        var back = (await App.SendAsync(new ComparePlan.Query(code, From: 2, To: 1))).Comparison!;
        (back.Added.Count, back.Removed.Count, back.Changed.Count).ShouldBe((3, 1, 1));
        back.Before.ShouldStartWith("Version 2 of ");
    }

    [Fact]
    public async Task An_investment_plan_is_kept_with_projects_and_funding_and_a_lead_reads_no_confidential_amount()
    {
        var code = await App.AddPlanAsync(kind: PlanKind.Ceip);
        await App.WithDatabaseAsync(async db =>
        {
            var plan = await db.Plans.SingleAsync(p => p.Code == code, Cancellation);
            var project = new InvestmentProject(plan.Id, plan.TerritoryId, "P1", "Sorting plant");
            project.Cost("SEK", 11.5m, new(2026, 1, 2), 80_000_000_00, null, null, 10, 20);
            project.KeepConfidential(true);
            var line = new FundingLine(project);
            line.ComeFrom(FundingSource.Life, FundingInstrument.Grant, "CINEA", false);
            line.Give(2_000_000_00, "EUR", null, null);
            line.Stand(FundingStatus.Contracted, new(2026, 3, 4), Today);
            db.AddRange(project, line);
            return await db.SaveChangesAsync(Cancellation);
        });
        await App.SendByAsync(new KeepVersion.Command(code, null));

        var groups = (await App.SendAsync(new GetPlanVersion.Query(code, 1))).Groups;
        var (project, line) = (groups.Single(g => g.Noun == "InvestmentProject").Rows.Single(), groups.Single(g => g.Noun == "FundingLine").Rows.Single());
        PlanWords.Value("Capex", project.Fields["Capex"]).ShouldBe("SEK 80,000,000");
        (project.Fields["Rate"], project.Fields["Contingency"], line.Name).ShouldBe(("11.5", "10", "LIFE, grant: P1 Sorting plant"));
        PlanWords.Value("Status", line.Fields["Status"]).ShouldBe("Contracted");
        (await App.SendAsync(new ComparePlan.Query(code))).Comparison!.Rows.ShouldBeEmpty();

        var read = (await App.SendAsync(new GetPlanVersion.Query(code, 1), Role.Lead)).Groups.SelectMany(g => g.Rows).SelectMany(r => r.Fields.Keys).ToList();
        read.ShouldContain("Stage");
        read.ShouldNotContain("Capex");
        read.ShouldNotContain("Amount");
    }

    [Fact]
    public async Task What_became_confidential_after_a_version_was_kept_is_read_by_no_lead_in_that_version_nor_in_a_comparison()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var (secret, open) = (await App.SendAsync(plan.Project() with { Capex = 987_654, DiscountRate = 4 }), await App.SendAsync(plan.Project("P2") with { Capex = 555_000 }));
        await App.SendAsync(InvestmentSamples.Line(secret, 876_543, FundingStatus.AppliedFor) with { Note = "At most 876,543" });
        await App.WithDatabaseAsync(async db =>
        {
            var effects = (await db.InvestmentProjects.Where(p => p.Id == secret || p.Id == open).ToListAsync(Cancellation)).Select(p => (Effect: Effect.OfProject(p), IsSecret: p.Id == secret));
            foreach (var (effect, isSecret) in effects.ToList())
            {
                effect.Tell(EffectKind.ValueAdded, isSecret ? 765_432 : 444_000, null, 2028, isSecret ? "Contract over 765,432" : null);
                db.Add(effect);
            }
            return await db.SaveChangesAsync(Cancellation);
        });
        await App.SendByAsync(new KeepVersion.Command(plan.Code, null));
        await App.SendAsync(await App.FormAsync(plan, secret) with { IsConfidential = true, Capex = 987_655 });

        using var lead = await App.SignedInAsync(Role.Lead);
        var version = await lead.PageAsync($"{plan.Address}/versions/1");
        foreach (var page in (string[])[version, await lead.PageAsync($"{plan.Address}/compare"), await lead.PageAsync($"{plan.Address}/projects/{secret}")])
            foreach (var amount in (string[])["987,65", "876,543", "765,432", "765432"])
                page.ShouldNotContain(amount);
        foreach (var amount in (string[])["EUR 555,000", "444000 EUR a year"])
            version.ShouldContain(amount); // of the other project
        (await App.SendAsync(new GetPlanVersion.Query(plan.Code, 1), Role.Lead)).Groups.SelectMany(g => g.Rows).Single(r => r.Id == secret).Fields.Keys.ShouldNotContain("DiscountRate");
        (await App.SendAsync(new GetPlanVersion.Query(plan.Code, 1), Role.Officer)).Groups.SelectMany(g => g.Rows).Single(r => r.Id == secret).Fields["Capex"].ShouldBe("98765400 EUR");
    }

    [Fact]
    public async Task Several_who_keep_a_plan_at_once_get_numbers_of_their_own()
    {
        var code = await App.AddPlanAsync();

        var numbers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => App.SendByAsync(new KeepVersion.Command(code, null))));

        numbers.Order().ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task Without_a_version_there_is_nothing_to_compare_and_one_that_does_not_exist_is_not_found()
    {
        var code = await App.AddPlanAsync();

        (await App.SendAsync(new ComparePlan.Query(code))).Comparison.ShouldBeNull();
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new GetPlanVersion.Query(code, 1)));
        await App.SendByAsync(new KeepVersion.Command(code, null));
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new ComparePlan.Query(code, From: 7)));
    }

    [Fact]
    public async Task A_plan_of_300_actions_costs_no_more_commands_than_one_of_30()
    {
        App.Server.PreserveExecutionContext = true;
        var (few, many) = (await App.AddPlanAsync("uppsala"), await App.AddPlanAsync("asker"));
        await App.FillAsync(few, solutions: 2, actions: 30);
        await App.FillAsync(many, solutions: 20, actions: 300);
        foreach (var code in (string[])[few, many])
            await App.SendByAsync(new KeepVersion.Command(code, null));
        using var officer = await App.SignedInAsync(Role.Officer);

        foreach (var page in (string[])["", "/compare", "/versions/1"])
        {
            await officer.PageAsync($"/plans/{few}{page}"); // whatever is done once is done
            await officer.PageAsync($"/plans/{many}{page}");
            var (small, large) = (await QueryCount.OfAsync(() => officer.PageAsync($"/plans/{few}{page}")), await QueryCount.OfAsync(() => officer.PageAsync($"/plans/{many}{page}")));
            small.ShouldBeGreaterThan(2);
            large.ShouldBe(small, $"/plans/CODE{page}");
        }
        (await QueryCount.OfAsync(() => App.SendAsync(new ListPlans.Query()))).ShouldBeLessThanOrEqualTo(12);
    }
}

public sealed class PlanVersionOnSqlite(SqliteApp app) : PlanVersionTests(app), IClassFixture<SqliteApp>;

public sealed class PlanVersionOnPostgres(PostgresApp app) : PlanVersionTests(app), IClassFixture<PostgresApp>;
