using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Features.Plans;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Plans;

public abstract class PlanPagesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task The_list_puts_what_is_late_first_and_keeps_its_filters_in_the_address_and_in_the_spreadsheet()
    {
        var title = $"Ångström {Guid.NewGuid():N}";
        var (late, calm) = (await App.AddPlanAsync("uppsala", title: $"{title} B"), await App.AddPlanAsync("asker", title: $"{title} A"));
        await App.FillAsync(late, solutions: 1, actions: 3);
        await App.SendAsync((await App.SendAsync(new GetPlanForm.Query(late))).Form with { ValidFrom = 2024, ValidTo = 2026 });

        async Task<IEnumerable<string?>> Found(ListPlans.Query query) => (await App.SendAsync(query)).Rows.Select(r => r.Code);
        var all = new ListPlans.Query(Q: title[..20].ToLowerInvariant().Replace("å", "a", StringComparison.Ordinal).Replace("ö", "o", StringComparison.Ordinal));
        (await Found(all)).ShouldBe([late, calm]);
        (await Found(all with { Sort = ListPlans.SortBy.Title })).ShouldBe([calm, late]);
        (await Found(all with { IsLate = true })).ShouldBe([late]);
        (await Found(all with { Year = 2025 })).ShouldBe([late]);
        (await Found(all with { Year = 2027 })).ShouldBeEmpty();
        (await Found(all with { Country = "NO" })).ShouldBe([calm]);
        (await Found(all with { Kind = PlanKind.Ceip })).ShouldBeEmpty();
        (await Found(all with { Status = PlanStatus.Planned })).Count().ShouldBe(2);
        (await Found(all with { Tier = "fellow" })).ShouldBeEmpty();
        var row = (await App.SendAsync(all)).Rows[0];
        (row.Works, row.Done, row.Late, row.Score).ShouldBe((3, 0, 1, null));

        using var officer = await App.SignedInAsync(Role.Officer);
        var page = await officer.PageAsync($"/plans?q={title[9..]}&late=1");
        page.ShouldContain($"href=\"/plans/{late}\"");
        page.ShouldNotContain(calm);
        var spreadsheet = await officer.PageAsync($"/plans.csv?q={title[9..]}");
        spreadsheet.ShouldContain("\"0 of 3 done, 1 late\"");
        spreadsheet.ShouldContain("Country"); // nobody has chosen columns: all of them
        spreadsheet.TrimStart('\uFEFF').ShouldStartWith("Code,Plan,");
        spreadsheet.ShouldContain("Budget,Currency");
        (await officer.PageAsync("/plans?q=no-such-plan")).ShouldContain("No plan matches");
    }

    [Fact]
    public async Task Budgets_are_compared_within_their_currency_and_are_plain_numbers_in_the_spreadsheet()
    {
        var title = $"{Guid.NewGuid():N}";
        async Task<string> Add(decimal? budget, string currency) =>
            await App.SendAsync(new CreatePlan.Command { Territory = "asker", Kind = PlanKind.Ceap, Title = $"Plan {title}", Budget = budget, Currency = currency });
        var (krone, large, small, none) = (await Add(1_000, "NOK"), await Add(12_500.5m, "EUR"), await Add(900, "EUR"), await Add(null, "EUR"));

        var rows = (await App.SendAsync(new ListPlans.Query(Q: title, Sort: ListPlans.SortBy.Budget))).Rows;
        using var officer = await App.SignedInAsync(Role.Officer);
        var spreadsheet = await officer.PageAsync($"/plans.csv?q={title}");

        rows.Select(r => r.Code).ShouldBe([small, large, krone, none]);
        foreach (var (code, cells) in ((string, string)[])[(large, ",12500.50,EUR"), (krone, ",1000.00,NOK"), (none, ",,")])
            spreadsheet.Split('\n', StringSplitOptions.TrimEntries).Single(line => line.StartsWith($"{code},", StringComparison.Ordinal)).ShouldEndWith(cells);
    }

    [Fact]
    public async Task Territories_without_a_plan_of_a_kind_are_listed_with_the_way_to_add_it()
    {
        await App.AddPlanAsync("asker", PlanKind.Ceip);
        var without = (await App.SendAsync(new ListPlans.Query(Missing: PlanKind.Ceip))).Rows;

        without.ShouldNotContain(r => r.Slug == "asker");
        without.ShouldContain(r => r.Slug == "bergen" && r.Tier == "Fellow" && r.Code == null);
        using var officer = await App.SignedInAsync(Role.Officer);
        (await officer.PageAsync("/plans?kind=no-ceip")).ShouldContain("/plans/new?territory=bergen&amp;kind=Ceip");
    }

    [Fact]
    public async Task Each_role_sees_the_page_with_what_it_may_do_and_the_desk_does_not_see_it()
    {
        var code = await App.AddPlanAsync("asker");
        foreach (var (role, scope, edits, scores) in ((Role, string?, bool, bool)[])
            [(Role.Coordinator, null, true, true), (Role.Officer, null, true, true), (Role.Officer, "uppsala", false, false), (Role.Territory, "asker", true, false), (Role.Lead, null, false, false)])
        {
            using var client = await App.SignedInAsync(role, scope);
            var page = await client.PageAsync($"/plans/{code}");
            page.Contains($"/plans/{code}/edit", StringComparison.Ordinal).ShouldBe(edits, $"{role} {scope}");
            page.Contains("Begin the draft", StringComparison.Ordinal).ShouldBe(edits, $"{role} {scope}");
            page.Contains($"/plans/{code}/sections", StringComparison.Ordinal).ShouldBe(scores, $"{role} {scope}");
            (await client.StatusAsync($"/plans/{code}/edit")).ShouldBe(edits ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{role} {scope}");
            (await client.StatusAsync($"/plans/{code}/reviews/new")).ShouldBe(scores ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{role} {scope}");
        }
        using var desk = await App.SignedInAsync(Role.Desk);
        foreach (var address in (string[])["/plans", "/plans.csv", $"/plans/{code}", $"/plans/{code}/compare"])
            (await desk.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
        using var other = await App.SignedInAsync(Role.Territory, "uppsala");
        (await other.StatusAsync($"/plans/{code}")).ShouldBe(HttpStatusCode.Forbidden);
        (await other.PageAsync("/plans")).ShouldNotContain(code);
        (await other.StatusAsync("/plans/CEAP-NOWHERE-1")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_plan_goes_its_way_by_buttons_and_a_refused_step_shows_the_page_with_a_sentence()
    {
        var code = await App.AddPlanAsync();
        using var officer = await App.SignedInAsync(Role.Officer);
        var start = await officer.PageAsync($"/plans/{code}");

        using var drafted = await officer.PostBarAsync(start, $"/plans/{code}?handler=Move", ("step", "Draft"));
        (await drafted.TextAsync()).ShouldContain("The plan is being drafted now.");
        using var again = await officer.PostBarAsync(await officer.PageAsync($"/plans/{code}"), $"/plans/{code}?handler=Move", ("step", "Draft"));
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await again.TextAsync()).ShouldContain("The plan is being drafted. Only a planned one begins to be drafted.");

        using var early = await officer.PostFormAsync($"/plans/{code}/adopt", ("Input.On", "2099-01-01"), ("Input.By", "City council"));
        early.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var refused = await early.TextAsync();
        refused.ShouldContain("value=\"2099-01-01\"");
        refused.ShouldContain("value=\"City council\"");
        refused.ShouldContain("id=\"Input_On-e\"");
        using var adopted = await officer.PostFormAsync($"/plans/{code}/adopt", ("Input.On", "2026-05-04"), ("Input.By", "City council"));
        (await adopted.TextAsync()).ShouldContain("4 May 2026, by City council");
        using var emptied = await officer.PostFormAsync($"/plans/{code}/adopt", ("Input.On", ""), ("Input.By", "Mayor"));
        emptied.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await emptied.TextAsync()).ShouldContain("The day of the adoption is known: 4 May 2026.");
        using var corrected = await officer.PostFormAsync($"/plans/{code}/adopt", ("Input.On", "2026-05-03"), ("Input.By", "Mayor"));
        (await corrected.TextAsync()).ShouldContain("3 May 2026, by Mayor");
    }

    [Fact]
    public async Task A_form_that_is_refused_keeps_what_was_typed_and_two_who_edit_see_both_texts()
    {
        var code = await App.AddPlanAsync();
        using var officer = await App.SignedInAsync(Role.Officer);
        var (mine, theirs) = (await officer.OpenFormAsync($"/plans/{code}/edit"), await officer.OpenFormAsync($"/plans/{code}/edit"));

        using var refused = await officer.SendFormAsync($"/plans/{code}/edit", mine, ("Input.Title", ""), ("Input.Budget", "a lot"), ("Input.Summary", "Kept <b>text</b>"));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await refused.TextAsync();
        page.ShouldContain("Kept <b>text</b>");
        page.ShouldContain("“a lot” is not a number.");

        using var saved = await officer.SendFormAsync($"/plans/{code}/edit", theirs, ("Input.Summary", "Theirs"));
        saved.StatusCode.ShouldBe(HttpStatusCode.OK);
        mine["__once"] = Guid.CreateVersion7().ToString();
        using var conflict = await officer.SendFormAsync($"/plans/{code}/edit", mine, ("Input.Summary", "Mine"));
        conflict.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var both = await conflict.TextAsync();
        both.ShouldContain("Theirs:");
        both.ShouldContain("Mine");
    }

    [Fact]
    public async Task Twelve_sections_are_scored_in_one_form_and_a_score_that_is_none_is_refused_at_its_row()
    {
        var code = await App.AddPlanAsync();
        using var officer = await App.SignedInAsync(Role.Officer);
        var scores = Enumerable.Range(0, 12).Select(i => ($"Input.Rows[{i}].Score", $"{i % 4}")).ToArray();

        using var refused = await officer.PostFormAsync($"/plans/{code}/sections", [.. scores.Skip(1), ("Input.Rows[0].Score", "7"), ("Input.Rows[3].Comment", "Kept")]);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await refused.TextAsync();
        page.ShouldContain("A score is between 0 and 3, not 7.");
        page.ShouldContain("Kept");
        using var saved = await officer.PostFormAsync($"/plans/{code}/sections", [.. scores, ("Input.Rows[3].Comment", "Figures for each.")]);
        (await saved.TextAsync()).ShouldContain("Figures for each.");

        var plan = await App.PlanAsync(code);
        (plan.Score, plan.Sections.Count).ShouldBe((18, 12));
    }

    [Fact]
    public async Task A_recommendation_is_answered_from_the_page_and_edited_by_the_office()
    {
        var code = await App.AddPlanAsync();
        using var officer = await App.SignedInAsync(Role.Officer);
        using var recorded = await officer.PostFormAsync($"/plans/{code}/reviews/new", ("Input.On", "2026-11-02"), ("Input.Summary", "Sound."), ("Input.Recommendations", "Tell who pays."));
        (await recorded.TextAsync()).ShouldContain("1 recommendation without an answer");
        var review = (await App.PlanAsync(code)).Reviews.Single();
        var id = review.Recommendations.Single().Id;

        using var rejected = await officer.PostBarAsync(await officer.PageAsync($"/plans/{code}"), $"/plans/{code}?handler=Take", ("recommendation", $"{id}"), ("uptake", "Rejected"), ("answer", " "));
        (await rejected.TextAsync()).ShouldContain("Say why the recommendation is rejected");
        using var accepted = await officer.PostBarAsync(await officer.PageAsync($"/plans/{code}"), $"/plans/{code}?handler=Take", ("recommendation", $"{id}"), ("uptake", "Accepted"));
        (await accepted.TextAsync()).ShouldContain("The recommendation is accepted.");
        using var edited = await officer.PostFormAsync($"/plans/recommendations/{id}/edit", ("Input.Text", "Tell who pays, and when."), ("Input.Section", "Financing"));
        (await edited.TextAsync()).ShouldContain("Tell who pays, and when.");
        using var added = await officer.PostFormAsync($"/plans/reviews/{review.Id}/recommendations/new", ("Input.Text", "Measure it."), ("Input.Section", ""));
        (await added.TextAsync()).ShouldContain("Measure it.");
        using var told = await officer.PostFormAsync($"/plans/reviews/{review.Id}/edit", ("Input.On", "2026-11-03"), ("Input.Summary", "Sound, mostly."), ("Input.Organisation", ""));
        (await told.TextAsync()).ShouldContain("Sound, mostly.");

        (await App.PlanAsync(code)).Reviews.Single().Recommendations.Select(r => (r.Uptake, r.Section)).ShouldBe([(Uptake.Open, null), (Uptake.Accepted, PlanSection.Financing)]);
    }

    [Fact]
    public async Task A_version_is_kept_read_and_compared_by_pages()
    {
        var code = await App.AddPlanAsync(title: "Σχέδιο δράσης");
        using var officer = await App.SignedInAsync(Role.Officer);
        (await officer.PageAsync($"/plans/{code}/compare")).ShouldContain("No version is kept yet");

        using var kept = await officer.PostBarAsync(await officer.PageAsync($"/plans/{code}"), $"/plans/{code}?handler=Keep", ("note", "As sent to the council"));
        (await kept.TextAsync()).ShouldContain("is kept as version 1");
        using var edited = await officer.SendFormAsync($"/plans/{code}/edit", await officer.OpenFormAsync($"/plans/{code}/edit"), ("Input.Budget", "237400000"));
        edited.StatusCode.ShouldBe(HttpStatusCode.OK);

        WebUtility.HtmlDecode(await officer.PageAsync($"/plans/{code}/versions/1")).ShouldContain("Σχέδιο δράσης");
        (await officer.PageAsync($"/plans/{code}/compare")).ShouldContain("EUR 237,400,000");
        (await officer.StatusAsync($"/plans/{code}/versions/2")).ShouldBe(HttpStatusCode.NotFound);
        (await App.WithDatabaseAsync(db => db.PlanVersions.CountAsync(v => v.PlanId == db.Plans.Single(p => p.Code == code).Id, Cancellation))).ShouldBe(1);
    }
}

public sealed class PlanPagesOnSqlite(SqliteApp app) : PlanPagesTests(app), IClassFixture<SqliteApp>;

public sealed class PlanPagesOnPostgres(PostgresApp app) : PlanPagesTests(app), IClassFixture<PostgresApp>;
