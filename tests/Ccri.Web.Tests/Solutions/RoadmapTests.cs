using System.Net;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;
using Ccri.Web.Errors;
using Ccri.Web.Features.Milestones;
using Ccri.Web.Features.Shared;
using Ccri.Web.Features.Solutions;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Solutions;

public abstract class RoadmapTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task What_is_late_comes_first_then_what_comes_then_what_is_done()
    {
        var code = await App.AddSolutionAsync("uppsala", "Order");
        var done = await App.AddMilestoneAsync(code, "Done", Today.AddDays(-40));
        await App.AddMilestoneAsync(code, "Far", Today.AddDays(90));
        await App.AddMilestoneAsync(code, "Late", Today.AddDays(-12));
        await App.AddMilestoneAsync(code, "Near", Today.AddDays(5));
        await App.SendAsync(new FinishMilestone.Command(done));

        var roadmap = (await App.SendAsync(new GetRoadmap.Query(code), Role.Lead)).Milestones;
        roadmap.Rows.Select(m => m.Title).ShouldBe(["Late", "Near", "Far", "Done"]);
        (roadmap.Total, roadmap.Late, roadmap.Done, roadmap.MayEdit).ShouldBe((4, 1, 1, false));
        var page = await (await App.SignedInAsync(Role.Officer)).PageAsync($"/solutions/{code}/roadmap");
        page.ShouldContain("12 days late");
        page.ShouldContain("in 5 days");
    }

    [Fact]
    public async Task Done_and_undone_in_one_press_without_JavaScript_and_back_to_the_same_list()
    {
        var code = await App.AddSolutionAsync("munich", "Quick");
        var id = await App.AddMilestoneAsync(code, "Permit granted", Today.AddDays(-3));
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);

        (await QuickAsync("Finish", ("Back", $"/solutions/{code}/roadmap?p=1"))).ShouldBe($"/solutions/{code}/roadmap?p=1");
        (await App.MilestoneAsync(id)).DoneOn.ShouldBe(Today);
        (await officer.PageAsync($"/solutions/{code}/roadmap")).ShouldContain("“Permit granted” is done.");
        (await QuickAsync("Finish")).ShouldBe($"/solutions/{code}/roadmap"); // pressed twice
        (await QuickAsync("Reopen", ("Back", "https://evil.example/"))).ShouldBe($"/solutions/{code}/roadmap");
        (await App.MilestoneAsync(id)).DoneOn.ShouldBeNull();

        await QuickAsync("Expect", ("Input.Forecast", $"{Today.AddDays(9):yyyy-MM-dd}"));
        (await App.MilestoneAsync(id)).ShouldSatisfyAllConditions(m => m.Forecast.ShouldBe(Today.AddDays(9)), m => m.Moves.Single().Kind.ShouldBe(MoveKind.Forecast));
        WebUtility.HtmlDecode(await officer.PageAsync($"/solutions/{code}/roadmap")).ShouldContain("moved once, 12 days later than first agreed");
        await QuickAsync("Expect", ("Input.Forecast", ""));
        (await App.MilestoneAsync(id)).Forecast.ShouldBeNull();

        await QuickAsync("Remove");
        (await App.WithDatabaseAsync(db => db.MilestoneMoves.AnyAsync(m => m.MilestoneId == id, Cancellation))).ShouldBeFalse();

        async Task<string> QuickAsync(string handler, params (string Name, string Value)[] fields)
        {
            var form = await officer.OpenFormAsync($"/milestones/{id}"); // for its antiforgery token
            using var answer = await officer.SendFormAsync($"/milestones/{id}?handler={handler}", new() { ["__RequestVerificationToken"] = form["__RequestVerificationToken"] }, fields);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, handler);
            return answer.Headers.Location!.OriginalString;
        }
    }

    [Fact]
    public async Task A_wrong_day_is_refused_at_its_field_and_what_was_typed_stays()
    {
        var code = await App.AddSolutionAsync("munich", "Wrong days");
        var id = await App.AddMilestoneAsync(code, "Permit granted", Today.AddDays(30));
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        var address = $"/milestones/{id}";
        var (yesterday, tomorrow) = ($"{Today.AddDays(-1):yyyy-MM-dd}", $"{Today.AddDays(1):yyyy-MM-dd}");

        await RefusedAsync("", "Forecast", "lies in the past", ("Input.Forecast", yesterday));
        await RefusedAsync("?handler=Expect", "Forecast", "lies in the past", ("Input.Forecast", yesterday));
        await RefusedAsync("?handler=Expect", "Forecast", "is not a day", ("Input.Forecast", "soon"));
        await RefusedAsync("", "DoneOn", "has not come yet", ("Input.DoneOn", tomorrow));
        await RefusedAsync("", "DueReason", "Say why the day is moved", ("Input.Due", tomorrow));
        await RefusedAsync("", "Due", "Enter the day that is agreed.", ("Input.Due", ""), ("Input.BlockedBy", "Permit granted late"));
        (await App.MilestoneAsync(id)).ShouldSatisfyAllConditions(m => m.Moves.ShouldBeEmpty(), m => m.DoneOn.ShouldBeNull(), m => m.Due.ShouldBe(Today.AddDays(30)));

        async Task RefusedAsync(string handler, string field, string sentence, params (string Name, string Value)[] typed)
        {
            using var answer = await officer.SendFormAsync(address + handler, await officer.OpenFormAsync(address), typed);
            var text = await answer.TextAsync();
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            text[text.IndexOf($"id=\"Input_{field}-e\"", StringComparison.Ordinal)..].ShouldContain(sentence);
            typed.ShouldAllBe(t => text.Contains(t.Value));
        }
    }

    [Fact]
    public async Task Every_move_is_kept_with_its_reason_and_two_people_see_both_texts()
    {
        var code = await App.AddSolutionAsync("flanders", "Moved");
        var id = await App.AddMilestoneAsync(code, "Tender", Today.AddDays(30));
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        var stale = await officer.OpenFormAsync($"/milestones/{id}");

        (await officer.SendFormAsync($"/milestones/{id}", await officer.OpenFormAsync($"/milestones/{id}"), ("Input.Due", $"{Today.AddDays(50):yyyy-MM-dd}"), ("Input.DueReason", "The council meets later."), ("Input.BlockedBy", "No quorum"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.SendFormAsync($"/milestones/{id}", await officer.OpenFormAsync($"/milestones/{id}"), ("Input.Due", $"{Today.AddDays(75):yyyy-MM-dd}"), ("Input.DueReason", "An appeal."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = WebUtility.HtmlDecode(await officer.PageAsync($"/solutions/{code}/roadmap"));
        foreach (var words in (string[])["moved 2 times, 45 days later than first agreed", "The council meets later.", "An appeal.", "No quorum"])
            page.ShouldContain(words);
        using var refused = await officer.SendFormAsync($"/milestones/{id}", stale, ("Input.BlockedBy", "Something else"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.TextAsync()).ShouldSatisfyAllConditions(text => text.ShouldContain("No quorum"), text => text.ShouldContain("Something else"));
    }

    [Fact]
    public async Task A_version_stays_as_it_was_agreed_and_is_compared_field_by_field()
    {
        var code = await App.AddSolutionAsync("roubaix", "Versions");
        var (kept, moved, removed) = (await App.AddMilestoneAsync(code, "Stays", Today.AddDays(1)), await App.AddMilestoneAsync(code, "Moves", Today.AddDays(2)), await App.AddMilestoneAsync(code, "Goes", Today.AddDays(3)));
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        (await officer.PostFormAsync($"/solutions/{code}/roadmap/keep", ("Input.AgreedOn", $"{Today:yyyy-MM-dd}"), ("Input.Note", "At the kick-off"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var same = (await App.SendAsync(new CompareRoadmaps.Query(code, 1, null))).Comparison;
        same.Rows.ShouldBeEmpty();

        await App.SendAsSystemAsync(new ExpectMilestone.Command(moved, Today.AddDays(20)));
        await App.SendAsync(new RemoveMilestone.Command(removed));
        await App.AddMilestoneAsync(code, "Comes", Today.AddDays(4));
        (await App.SendAsync(new KeepRoadmap.Command { Code = code, AgreedOn = Today })).ShouldBe(2);
        await App.SendAsync(new FinishMilestone.Command(kept));

        (await App.SendAsync(new GetRoadmapVersion.Query(code, 1))).Rows.Select(r => r.Name).ShouldBe(["Stays", "Moves", "Goes"]);
        var change = (await App.SendAsync(new CompareRoadmaps.Query(code, 1, 2), Role.Lead)).Comparison;
        (change.Added.Single().Row.Name, change.Removed.Single().Row.Name, change.Counted).ShouldBe(("Comes", "Goes", "1 added, 1 removed, 1 changed"));
        var field = change.Changed.Single().Fields.Single();
        (field.Field, field.Before, change.Shown(field.Field, field.After)).ShouldBe(("Forecast", null, Words.Of(Today.AddDays(20))));
        (await App.SendAsync(new CompareRoadmaps.Query(code, 2, 1))).Comparison.Counted.ShouldBe("1 added, 1 removed, 1 changed");
        (await App.SendAsync(new CompareRoadmaps.Query(code, null, null))).Comparison.Changed.Single().Fields.Single().Field.ShouldBe("DoneOn");

        var page = WebUtility.HtmlDecode(await officer.PageAsync($"/solutions/{code}/roadmap/compare?from=1&to=2"));
        foreach (var words in (string[])["Added (1)", "Removed (1)", "Changed (1)", "Forecast", "Comes", "Goes"])
            page.ShouldContain(words);
        (await officer.PageAsync($"/solutions/{code}/roadmap/versions/1")).ShouldContain("Goes");
        (await officer.StatusAsync($"/solutions/{code}/roadmap/versions/9")).ShouldBe(HttpStatusCode.NotFound);
        (await officer.StatusAsync($"/solutions/{code}/roadmap/compare?from=9")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_milestone_of_an_action_leads_back_to_the_action_and_belongs_to_its_territory()
    {
        var action = await App.WithDatabaseAsync(async db =>
        {
            var territory = await db.Territories.Where(t => t.Slug == "capannori").Select(t => t.Id).SingleAsync(Cancellation);
            var plan = new Plan(territory, PlanKind.Ceap, "CEAP-CAPANNORI-88", "A plan");
            var added = new PlanAction(plan.Id, territory, "1", "An action");
            db.AddRange(plan, added);
            await db.SaveChangesAsync(Cancellation);
            return added.Id;
        });
        using var contact = await App.SignedInAsync(Role.Territory, "capannori", followsRedirects: false);
        using var answer = await contact.PostFormAsync($"/milestones/new?action={action}", ("Input.Title", "Contract signed"), ("Input.Due", "2027-05-01"));
        answer.Headers.Location!.OriginalString.ShouldBe($"/plans/CEAP-CAPANNORI-88/actions/{action}");

        var id = await App.WithDatabaseAsync(db => db.Milestones.Where(m => m.ActionId == action).Select(m => m.Id).SingleAsync(Cancellation));
        (await contact.StatusAsync($"/milestones/{id}")).ShouldBe(HttpStatusCode.OK);
        using var other = await App.SignedInAsync(Role.Territory, "uppsala");
        (await other.StatusAsync($"/milestones/{id}")).ShouldBe(HttpStatusCode.Forbidden);
        var uppsala = await App.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == "uppsala").Select(t => t.Id).SingleAsync(Cancellation));
        foreach (var message in (MediatR.IRequest[])[new FinishMilestone.Command(id), new ReopenMilestone.Command(id), new ExpectMilestone.Command(id, null), new RemoveMilestone.Command(id)])
            await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(message, Role.Territory, uppsala));
    }

    [Fact]
    public async Task A_solution_its_roadmap_and_the_list_cost_as_many_commands_for_few_as_for_many()
    {
        await App.AddManyAsync("tampere-region", "CSS-FEW", 2, 2);
        var few = await CostsAsync("CSS-FEW-0", "tampere-region");
        await App.AddManyAsync("castilla-y-leon", "CSS-MANY", 20, 15);
        await App.AddManyAsync("castilla-y-leon", "CSS-LONG", 1, 300);
        (await CostsAsync("CSS-LONG-0", "castilla-y-leon")).ShouldBe(few);
        (await App.SendAsync(new GetRoadmap.Query("CSS-LONG-0", 6))).Milestones.ShouldSatisfyAllConditions(m => m.Rows.Count.ShouldBe(50), m => m.Total.ShouldBe(300), m => m.Rows.ShouldAllBe(r => r.Moves.Count == 1));

        async Task<int[]> CostsAsync(string code, string territory) =>
        [
            await QueryCount.OfAsync(() => App.SendAsync(new GetSolution.Query(code))),
            await QueryCount.OfAsync(() => App.SendAsync(new GetRoadmap.Query(code))),
            await QueryCount.OfAsync(() => App.SendAsync(new ListSolutions.Query(Territory: territory))),
            await QueryCount.OfAsync(() => App.SendAsync(new ListSolutions.Query(Territory: territory, Sort: ListSolutions.SortBy.Criteria))),
        ];
    }

    [Fact]
    public void A_kept_picture_is_the_same_text_in_whatever_order_its_rows_came()
    {
        var (a, b) = (Row("2"), Row("1"));

        KeptPicture.Of(new Picture([a, b])).ShouldBe(KeptPicture.Of(new Picture([b, a])));
        Comparison.Of(KeptPicture.Read(KeptPicture.Of(new Picture([a, b]))), new Picture([b, a])).ShouldBeEmpty();

        static PictureRow Row(string due) => new(Guid.CreateVersion7(), "Milestone", "Name „ü“ <b>", new Dictionary<string, string> { ["Due"] = due, ["Title"] = "Greek Ω" });
    }
}

public sealed class RoadmapOnSqlite(SqliteApp app) : RoadmapTests(app), IClassFixture<SqliteApp>;

public sealed class RoadmapOnPostgres(PostgresApp app) : RoadmapTests(app), IClassFixture<PostgresApp>;
