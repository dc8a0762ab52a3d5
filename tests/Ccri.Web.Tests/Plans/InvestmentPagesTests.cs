using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Features.Plans;

namespace Ccri.Web.Tests.Plans;

public abstract class InvestmentPagesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_project_is_added_funded_moved_on_and_removed_through_its_pages()
    {
        var plan = await App.NewInvestmentPlanAsync();
        using var officer = await App.SignedInAsync(Role.Officer);
        (await officer.PageAsync(plan.Address)).ShouldContain("No investment project yet");

        using var added = await officer.PostFormAsync($"{plan.Address}/projects/new", ("Input.Number", "P1"), ("Input.Name", "Bank of used bricks"), ("Input.Currency", "NOK"), ("Input.Rate", "11.5"),
            ("Input.RateOn", "2026-11-20"), ("Input.Capex", "1150000"), ("Input.Preparation", "0"), ("Input.IsConfidential", "false"));
        var address = added.RequestMessage!.RequestUri!.AbsolutePath;
        (await added.TextAsync()).ShouldContain("NOK 1,150,000 · EUR 100,000");
        foreach (var link in (string[])["edit", "stage", "funding/new"])
            (await officer.PageAsync(address)).ShouldContain($"href=\"{address}/{link}\"");
        using var funded = await officer.PostFormAsync($"{address}/funding/new", ("Input.Source", "CommercialLoan"), ("Input.Instrument", "Loan"), ("Input.Amount", "25000"), ("Input.Currency", "EUR"),
            ("Input.Rate", ""), ("Input.RateOn", ""), ("Input.Status", "Contracted"), ("Input.On", "2026-10-01"));
        var page = await funded.TextAsync();
        page.ShouldContain("EUR 75,000"); // the gap
        page.ShouldContain("loan · private");
        using var moved = await officer.PostFormAsync($"{address}/stage", ("Input.Stage", "Concept"), ("Input.On", "2026-11-01"), ("Input.Evidence", "Decision of the council"));
        (await moved.TextAsync()).ShouldContain("Decision of the council");
        using var refused = await officer.PostFormAsync($"{address}/remove");
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.TextAsync()).ShouldContain("Money of this project is contracted or paid out");
        var overview = await officer.PageAsync(plan.Address);
        foreach (var shown in (string[])["Bank of used bricks", "75,000", "what is covered", "Together"])
            overview.ShouldContain(shown);
    }

    [Fact]
    public async Task A_refused_project_comes_back_with_what_was_typed_and_a_sentence_at_each_field()
    {
        var plan = await App.NewInvestmentPlanAsync();
        using var officer = await App.SignedInAsync(Role.Officer);

        using var refused = await officer.PostFormAsync($"{plan.Address}/projects/new", ("Input.Number", "P1"), ("Input.Name", "Bank of used bricks"), ("Input.Capex", "a million"), ("Input.Trl", "10"),
            ("Input.Currency", "NOK"), ("Input.Rate", "11.5"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await refused.TextAsync();
        foreach (var shown in (string[])["value=\"Bank of used bricks\"", "value=\"a million\"", "“a million” is not a number.", "id=\"Input_Trl-e\"", "id=\"Input_RateOn-e\""])
            page.ShouldContain(shown);
    }

    [Fact]
    public async Task A_stage_and_a_gate_are_changed_in_the_list_which_stays_filtered()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var id = await App.SendAsync(plan.Project());
        using var officer = await App.SignedInAsync(Role.Officer);
        var list = $"{plan.Address}/projects?q=bank&sort=-name";

        (await officer.PageAsync(list)).ShouldContain($"action=\"{plan.Address}/projects?handler=Stage&amp;q=bank&amp;sort=-name\"");
        using var moved = await officer.PostFormAsync($"{list}&handler=Stage", ("Input.Id", id.ToString()), ("Input.Stage", "Concept"), ("Input.On", "2026-11-01"), ("Input.Evidence", "Study"));
        moved.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe(list);
        (await moved.TextAsync()).ShouldContain("The stage is saved.");
        using var set = await officer.PostFormAsync($"{list}&handler=Gate", ("Input.Id", id.ToString()), ("Input.NextGate", "2026-01-31"));
        (await set.TextAsync()).ShouldContain("days late");
        using var refused = await officer.PostFormAsync($"{list}&handler=Stage", ("Input.Id", id.ToString()), ("Input.Stage", "PreFeasibility"), ("Input.On", "2030-01-01"), ("Input.Evidence", "Wish"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await refused.TextAsync();
        foreach (var shown in (string[])["has not come yet", "value=\"Wish\"", "value=\"2030-01-01\"", "<details class=\"small\" open"])
            page.ShouldContain(shown);
        (await App.DetailsAsync(plan, id)).Stage.ShouldBe(ProjectStage.Concept);
    }

    [Fact]
    public async Task Two_who_edit_one_project_see_both_texts_and_lose_nothing()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var address = $"{plan.Address}/projects/{await App.SendAsync(plan.Project())}/edit";
        using var first = await App.SignedInAsync(Role.Officer);
        using var second = await App.SignedInAsync(Role.Officer);
        var mine = await second.OpenFormAsync(address);

        using var saved = await first.SendFormAsync(address, await first.OpenFormAsync(address), ("Input.Description", "What they wrote"), ("Input.Capex", "7"));
        saved.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var refused = await second.SendFormAsync(address, mine, ("Input.Description", "What I wrote"));

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await refused.TextAsync();
        foreach (var shown in (string[])["What they wrote", "What I wrote", "value=\"7\""])
            page.ShouldContain(shown);
    }

    [Fact]
    public async Task Who_only_reads_sees_no_control_and_is_refused_every_form()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var id = await App.SendAsync(plan.Project());
        var line = await App.SendAsync(InvestmentSamples.Line(id, 5, FundingStatus.Approved));
        using var lead = await App.SignedInAsync(Role.Lead);
        using var desk = await App.SignedInAsync(Role.Desk);
        var project = $"{plan.Address}/projects/{id}";

        foreach (var address in (string[])[plan.Address, $"{plan.Address}/projects", project])
        {
            var page = await lead.MainAsync(address);
            foreach (var control in (string[])["/new", "/edit", "/stage", "handler="])
                page.ShouldNotContain(control, customMessage: $"{address} {control}");
            (await desk.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
        }
        foreach (var form in (string[])["/edit", "/stage", "/remove", "/funding/new", $"/funding/{line}/edit", $"/funding/{line}/remove"])
            (await lead.StatusAsync(project + form)).ShouldBe(HttpStatusCode.Forbidden, form);
        (await lead.StatusAsync($"{plan.Address}/projects/{Guid.Empty}")).ShouldBe(HttpStatusCode.NotFound);
        (await lead.StatusAsync($"/plans/CEIP-NOWHERE-1/projects/{id}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_spreadsheet_has_plain_numbers_beside_their_currency_and_nothing_for_what_is_not_known()
    {
        var plan = await App.NewInvestmentPlanAsync();
        await App.SendAsync(plan.Project() with { Name = "=SUM(A1)", Currency = "NOK", Rate = 10, RateOn = new DateOnly(2026, 11, 20), Capex = 1_000_000.5m, Preparation = 0 });
        await App.SendAsync(plan.Project("P2") with { Capex = null });
        using var lead = await App.SignedInAsync(Role.Lead);

        var lines = (await lead.PageAsync($"{plan.Address}/projects.csv?sort=number")).TrimStart('\uFEFF').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        lines[0].ShouldStartWith("Number,Project,Stage,Next gate,");
        lines[1].ShouldContain("1000000.50,0.00,NOK,10,2026-11-20,100000.05,0.00,0.00,100000.05,0.00,");
        lines[1].ShouldNotContain(",=SUM");
        lines[2].ShouldContain(",,200.00,EUR,,,,0.00,0.00,,,0.00,0");
    }

    [Fact]
    public async Task What_is_typed_into_a_long_form_is_kept_as_a_draft()
    {
        var plan = await App.NewInvestmentPlanAsync();
        var id = await App.SendAsync(plan.Project());
        using var officer = await App.SignedInAsync(Role.Officer);

        foreach (var address in (string[])[$"{plan.Address}/projects/new", $"{plan.Address}/projects/{id}/edit", $"{plan.Address}/projects/{id}/stage", $"{plan.Address}/projects/{id}/funding/new"])
            (await officer.PageAsync(address)).ShouldContain("/accounts/drafts", customMessage: address);
    }
}

public sealed class InvestmentPagesOnSqlite(SqliteApp app) : InvestmentPagesTests(app), IClassFixture<SqliteApp>;

public sealed class InvestmentPagesOnPostgres(PostgresApp app) : InvestmentPagesTests(app), IClassFixture<PostgresApp>;
