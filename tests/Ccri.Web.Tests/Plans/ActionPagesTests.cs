using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Features.Plans;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Plans;

public abstract class ActionPagesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task The_list_filters_and_sorts_late_first_and_by_number_as_people_count()
    {
        var code = await App.EmptyPlanAsync();
        var objective = await App.SendAsync(new AddObjective.Command { Code = code, Number = 1, Title = "Construction" });
        var (late, later) = (Month(-3), Month(-8));
        foreach (var (number, title, end, of) in new[] { ("2", "Διαβατήρια υλικών", late, objective), ("10", "Reúse hub", later, (Guid?)null), ("9", "Not late", Month(5), objective) })
            await App.SendAsync(new CreateAction.Command { Code = code, Number = number, Title = title, End = end, Objective = of });
        var done = await App.SendAsync(new CreateAction.Command { Code = code, Number = "1", Title = "Done", End = later, Status = ActionStatus.Done });
        await App.SendAsync(new AddLead.Command { Action = done, Name = "Øvre agency", Sector = Sector.Public });
        async Task<string> NumbersAsync(ListActions.Query query) => string.Join(' ', (await App.SendAsync(query)).Rows.Select(r => r.Number));
        var all = new ListActions.Query(code);

        (await NumbersAsync(all)).ShouldBe("10 2 9 1");
        (await NumbersAsync(all with { Sort = ListActions.SortBy.Number })).ShouldBe("1 2 9 10");
        (await NumbersAsync(all with { Sort = ListActions.SortBy.Number, Descending = true, Size = 2, Page = 2 })).ShouldBe("2 1");
        (await NumbersAsync(all with { Sort = ListActions.SortBy.Objective })).ShouldBe("2 9 1 10"); // without one last
        (await NumbersAsync(all with { LateOnly = true })).ShouldBe("10 2");
        (await NumbersAsync(all with { Q = "REUSE" })).ShouldBe("10");
        (await NumbersAsync(all with { Q = "διαβατηρια" })).ShouldBe("2");
        (await NumbersAsync(all with { Q = "ovre" })).ShouldBe("1");
        (await NumbersAsync(all with { Status = ActionStatus.Done })).ShouldBe("1");
        (await NumbersAsync(all with { Objective = objective })).ShouldBe("2 9");
        (await NumbersAsync(all with { Solution = Guid.CreateVersion7() })).ShouldBe("");
        foreach (var sort in Enum.GetValues<ListActions.SortBy>())
            (await App.SendAsync(all with { Sort = sort })).Total.ShouldBe(4);
    }

    [Fact]
    public async Task A_download_holds_what_the_filter_shows()
    {
        var code = await App.EmptyPlanAsync();
        await App.SendAsync(new CreateAction.Command { Code = code, Number = "1", Title = "=HYPERLINK(1)", Budget = 1250.5m });
        await App.SendAsync(new CreateAction.Command { Code = code, Number = "2", Title = "Another" });
        using var lead = await App.SignedInAsync(Role.Lead);

        var lines = (await lead.PageAsync($"/plans/{code}/actions.csv?q=hyper")).TrimEnd().Split('\n');
        lines.Length.ShouldBe(2);
        lines[1].ShouldContain("'=HYPERLINK(1)");
        lines[1].ShouldContain("1250.5");
        using var desk = await App.SignedInAsync(Role.Desk);
        (await desk.StatusAsync($"/plans/{code}/actions.csv")).ShouldBe(HttpStatusCode.Forbidden);
        (await desk.StatusAsync($"/plans/{code}/actions")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Done_in_a_list_leads_back_to_the_same_view_and_can_be_undone_there()
    {
        var code = await App.EmptyPlanAsync();
        var id = await App.NewActionAsync(code, "7");
        using var officer = await App.SignedInAsync(Role.Officer);
        var list = $"/plans/{code}/actions?q=hub&sort=title";

        using var done = await officer.PostAsync(new Uri($"/plans/{code}/actions/{id}?handler=Done&back={Uri.EscapeDataString("?q=hub&sort=title")}", UriKind.Relative), Quick(await officer.PageAsync(list)), Cancellation);
        done.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe(list);
        var page = await done.TextAsync();
        page.ShouldContain("Action 7 is done.");
        page.ShouldContain("handler=Undo");
        (await App.ActionAsync(id)).Status.ShouldBe(ActionStatus.Done);

        using var undone = await officer.PostAsync(new Uri($"/plans/{code}/actions/{id}?handler=Undo&back=%3F", UriKind.Relative), Quick(page, ("Input.Version", (await App.ActionAsync(id)).Version.ToString()), ("Input.Status", "NotStarted"), ("Input.Percent", "0")), Cancellation);
        (await undone.TextAsync()).ShouldContain("Action 7 is as it was before.");
        (await App.ActionAsync(id)).Status.ShouldBe(ActionStatus.NotStarted);
    }

    [Fact]
    public async Task A_quick_edit_by_htmx_answers_with_the_row_and_a_refused_one_with_its_sentence()
    {
        var code = await App.EmptyPlanAsync();
        var id = await App.SendAsync(new CreateAction.Command { Code = code, Number = "7", Title = "A hub", Start = "2026-01" });
        using var officer = await App.SignedInAsync(Role.Officer);
        var page = await officer.PageAsync($"/plans/{code}/actions");
        officer.DefaultRequestHeaders.Add("HX-Request", "true");

        using var set = await officer.PostAsync(new Uri($"/plans/{code}/actions/{id}?handler=Progress&back=", UriKind.Relative), Quick(page, ("Input.Percent", "75")), Cancellation);
        var row = await set.TextAsync();
        row.TrimStart().ShouldStartWith($"<tr id=\"a-{id}\">");
        row.ShouldContain("In progress 75 %");
        row.ShouldContain("Action 7 is 75 % done.");
        foreach (var (handler, field, value, sentence) in new[]
        {
            ("Progress", "Input.Percent", "120", "The progress is between 0 and 100 per cent, not 120."), ("Progress", "Input.Percent", "half", "“half” is not a whole number."),
            ("Forecast", "Input.Forecast", "2025-12-31", "The forecast (2025-12-31) lies before the start (2026-01-01)."),
        })
        {
            using var refused = await officer.PostAsync(new Uri($"/plans/{code}/actions/{id}?handler={handler}", UriKind.Relative), Quick(page, (field, value)), Cancellation);
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            var answer = await refused.TextAsync();
            answer.ShouldContain(sentence);
            answer.ShouldNotContain("<main");
        }
        officer.DefaultRequestHeaders.Remove("HX-Request");
        using var whole = await officer.PostAsync(new Uri($"/plans/{code}/actions/{id}?handler=Progress&back=%3F", UriKind.Relative), Quick(page, ("Input.Percent", "120")), Cancellation);
        (await whole.TextAsync()).ShouldContain("not 120");
        (await App.ActionAsync(id)).PercentDone.ShouldBe(75);
    }

    [Fact]
    public async Task What_was_typed_stays_after_a_refusal_with_a_sentence_at_each_field()
    {
        var code = await App.EmptyPlanAsync();
        var lever = await App.SendAsync(new AddObjective.Command { Code = code, Number = 2, Title = "Procurement", IsLever = true });
        using var officer = await App.SignedInAsync(Role.Officer);

        using var refused = await officer.PostFormAsync($"/plans/{code}/actions/new", ("Input.Number", "1"), ("Input.Title", "Ένα κέντρο"), ("Input.Levers", lever.ToString()), ("Input.Start", "2026-05"), ("Input.End", "2026-03"),
            ("Input.Budget", "a lot"), ("Input.Forecast", "soon"));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await refused.TextAsync();
        foreach (var shown in (string[])["value=\"Ένα κέντρο\"", "value=\"a lot\"", "“a lot” is not a number", "“soon” is not a day", "lies before the start (2026-05)", "id=\"Input_End-e\""])
            page.ShouldContain(shown);
        System.Text.RegularExpressions.Regex.IsMatch(page, $"value=\"{lever}\"[^>]* checked").ShouldBeTrue();

        using var added = await officer.PostFormAsync($"/plans/{code}/actions/new", ("Input.Number", "1"), ("Input.Title", "Ένα κέντρο"), ("Input.Levers", lever.ToString()), ("Input.Budget", "1250.50"), ("Input.Currency", "EUR"));
        (await added.TextAsync()).ShouldContain("EUR 1,250.50");
    }

    [Fact]
    public async Task Two_who_edit_one_action_see_both_texts_and_the_ticks_of_the_other()
    {
        var code = await App.EmptyPlanAsync();
        var lever = await App.SendAsync(new AddObjective.Command { Code = code, Number = 2, Title = "Procurement", IsLever = true });
        var id = await App.NewActionAsync(code);
        using var boris = await App.SignedInAsync(Role.Officer);
        var address = $"/plans/{code}/actions/{id}/edit";
        var boriss = await boris.OpenFormAsync(address);

        await App.SendAsync(await App.FormAsync(code, id) with { Title = "Anna's title", Levers = [lever] });
        using var refused = await boris.SendFormAsync(address, boriss, ("Input.Title", "Boris's title"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await refused.TextAsync();
        foreach (var shown in (string[])["Anna's title", "Boris's title", "Levers: what is saved is 2 Procurement."])
            page.ShouldContain(shown);
    }

    [Fact]
    public async Task Objectives_leads_and_effects_are_entered_page_by_page_and_a_project_has_effects_too()
    {
        var code = await App.EmptyPlanAsync(with: plan => plan.CallObjectives("agenda"));
        using var contact = await App.SignedInAsync(Role.Territory, "flanders");

        using var added = await contact.PostFormAsync($"/plans/{code}/objectives/new", ("Input.Number", "1"), ("Input.Title", "Construction"), ("Input.IsLever", "false"));
        var agenda = added.RequestMessage!.RequestUri!.AbsolutePath;
        (await added.TextAsync()).ShouldContain("Edit the agenda");
        using var led = await contact.PostFormAsync($"/plans/{code}/leads/new?objective={agenda.Split('/')[^2]}", ("Input.Name", "OVAM"), ("Input.Sector", "Public"), ("Input.IsCoLead", "false"));
        (await led.TextAsync()).ShouldContain("public lead");
        using var second = await contact.PostFormAsync($"/plans/{code}/leads/new?objective={agenda.Split('/')[^2]}", ("Input.Name", "VITO"), ("Input.Sector", "Public"), ("Input.IsCoLead", "false"));
        (second.StatusCode, (await second.TextAsync()).Contains("There is a public lead already.", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true));

        var id = await App.SendAsync(new CreateAction.Command { Code = code, Number = "1", Title = "A hub", Objective = Guid.Parse(agenda.Split('/')[^2]) });
        using var effect = await contact.PostFormAsync($"/plans/{code}/effects/new?action={id}", ("Input.Kind", "Other"), ("Input.Amount", "300"), ("Input.Unit", "repaired devices a year"));
        (await effect.TextAsync()).ShouldContain("300 repaired devices a year");
        var page = await contact.PageAsync($"/plans/{code}");
        foreach (var shown in (string[])["Agendas", "OVAM (public)", "repaired devices a year", "A hub"])
            page.ShouldContain(shown);

        using var kept = await contact.PostAsync(new Uri($"{agenda}?handler=Remove", UriKind.Relative), Quick(await contact.PageAsync(agenda), ("Input.Version", (await App.SendAsync(new GetObjectiveForm.Query(code, Guid.Parse(agenda.Split('/')[^2])))).Form.Version.ToString())), Cancellation);
        kept.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await kept.TextAsync()).ShouldContain("Action 1 uses it.");
        using var gone = await contact.PostFormAsync($"/plans/{code}/actions/{id}/remove");
        (await gone.TextAsync()).ShouldContain("Action 1 is removed.");
        (await contact.StatusAsync($"/plans/{code}/actions/{id}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_page_costs_as_many_commands_for_300_actions_as_for_30()
    {
        var (small, large) = (await FilledAsync(30), await FilledAsync(300));
        foreach (var costs in (Func<string, Task<int>>[])[
            code => QueryCount.OfAsync(() => App.SendAsync(new GetActionPlan.Query(code))),
            code => QueryCount.OfAsync(() => App.SendAsync(new ListActions.Query(code))),
            code => QueryCount.OfAsync(() => App.SendAsync(new ListActions.Query(code, Sort: ListActions.SortBy.Leads, Size: 10_000)))])
        {
            var cost = await costs(large);
            cost.ShouldBe(await costs(small));
            cost.ShouldBeInRange(2, 15);
        }
    }

    private async Task<string> FilledAsync(int actions)
    {
        var code = await App.EmptyPlanAsync();
        await App.WithDatabaseAsync(async db =>
        {
            var plan = await db.Plans.SingleAsync(p => p.Code == code, Cancellation);
            var objectives = Enumerable.Range(1, actions / 5).Select(number => new Objective(plan.Id, plan.TerritoryId, $"Objective {number}", number % 2 == 0)).ToList();
            db.Objectives.AddRange(objectives);
            for (var number = 0; number < actions; number++)
            {
                var action = new PlanAction(plan.Id, plan.TerritoryId, $"{number}", "An action");
                action.Serve(objectives.Find(o => !o.IsLever), [.. objectives.Where(o => o.IsLever).Take(2)]);
                action.Run(null, Today.AddDays(number - actions / 2));
                db.PlanActions.Add(action);
                db.Leads.Add(Lead.OfAction(action, null, "OVAM", Sector.Public, false, []));
                var effect = Effect.OfAction(action);
                effect.Tell(EffectKind.Jobs, 1, null, null, null);
                db.Effects.Add(effect);
            }
            return await db.SaveChangesAsync(Cancellation);
        });
        return code;
    }

    private string Month(int from) => Today.AddMonths(from).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A little form of a row: its token is that of any form of the page.</summary>
    private static FormUrlEncodedContent Quick(string page, params (string Name, string Value)[] fields) => new(
    [
        KeyValuePair.Create("__RequestVerificationToken", System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value),
        .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
    ]);
}

public sealed class ActionPagesOnSqlite(SqliteApp app) : ActionPagesTests(app), IClassFixture<SqliteApp>;

public sealed class ActionPagesOnPostgres(PostgresApp app) : ActionPagesTests(app), IClassFixture<PostgresApp>;
