using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Ccri.Web.Errors;
using Ccri.Web.Features.Solutions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Solutions;

public abstract class SolutionPagesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task The_marketplace_of_Uppsala_closed_in_the_first_quarter_of_2024_and_was_redesigned()
    {
        var code = await App.AddSolutionAsync("uppsala", "Marketplace");
        code.ShouldStartWith("CSS-UPPSALA-");
        var officer = await App.SignedInAsync(Role.Officer);
        await officer.PostFormAsync($"/solutions/{code}/phase", ("Input.Phase", "Implement"), ("Input.From", "2023-09-12"), ("Input.Precision", "Month"));
        await officer.PostFormAsync($"/solutions/{code}/state", ("Input.To", "Stopped"), ("Input.On", "2024-02-29"), ("Input.Precision", "Quarter"), ("Input.Reason", "It closed."), ("Input.Lesson", "Find a payer first."));
        (await officer.PageAsync($"/solutions/{code}/state")).ShouldNotContain("value=\"Completed\""); // nobody completes what is stopped
        await officer.PostFormAsync($"/solutions/{code}/state", ("Input.To", "Redesigned"), ("Input.On", "2024-06-01"), ("Input.Precision", "Day"), ("Input.Reason", "A service."), ("Input.Lesson", "One buyer."));
        await officer.PostFormAsync($"/solutions/{code}/phase", ("Input.Phase", "Design"), ("Input.From", "2024-06-01"), ("Input.Precision", "Day"), ("Input.Note", "Back to design."));

        var page = WebUtility.HtmlDecode(await officer.PageAsync($"/solutions/{code}"));
        foreach (var words in (string[])["Redesigned, phase Design", "Redesigned 1 Jun 2024.", "Q1 2024", "It closed.", "Find a payer first.", "September 2023", "Back to design.", "Phases and states"])
            page.ShouldContain(words);
        var details = await App.SolutionAsync(code);
        details.Changes.Select(c => c.To).ShouldBe([SolutionState.Redesigned, SolutionState.Stopped]);

        await officer.PostFormAsync($"/solutions/{code}/state", ("Input.To", "Completed"), ("Input.On", "2025-06-01"), ("Input.Precision", "Day"), ("Input.Reason", "Done."), ("Input.Lesson", "Patience."));
        (await officer.PageAsync($"/solutions/{code}/state")).ShouldContain("Resume: work goes on"); // when it was the wrong button
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var code = await App.AddSolutionAsync("munich", "Wrong answers");
        var foreign = await App.WithDatabaseAsync(async db =>
        {
            var plan = new Plan(await db.Territories.Where(t => t.Slug == "flanders").Select(t => t.Id).SingleAsync(Cancellation), PlanKind.Ceap, "CEAP-FLANDERS-77", "Of another territory");
            db.Plans.Add(plan);
            await db.SaveChangesAsync(Cancellation);
            return plan.Code;
        });
        var organisation = await App.WithDatabaseAsync(db => db.Organisations.OrderBy(o => o.Name).Select(o => o.Id).FirstAsync(Cancellation));
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);

        await RefusedAsync("state", "Lesson", "Say what others can learn from it", ("Input.To", "Stopped"), ("Input.On", "2024-03-01"), ("Input.Precision", "Quarter"), ("Input.Reason", "Typed with care"));
        await RefusedAsync("state", "On", "has not come yet", ("Input.To", "Stopped"), ("Input.On", $"{Today.AddDays(1):yyyy-MM-dd}"), ("Input.Precision", "Day"), ("Input.Reason", "Typed with care"), ("Input.Lesson", "x"));
        await RefusedAsync("state", "To", "cannot be resumed", ("Input.To", "Active"), ("Input.On", "2024-03-01"), ("Input.Precision", "Day"), ("Input.Reason", "Typed with care"), ("Input.Lesson", "x"));
        await RefusedAsync("phase", "Phase", "Choose the phase.", ("Input.From", "2024-03-01"), ("Input.Precision", "Day"), ("Input.Note", "Typed with care"));
        await RefusedAsync("phase", "From", "is not a day", ("Input.Phase", "Map"), ("Input.From", "31.12.2024"), ("Input.Precision", "Day"), ("Input.Note", "Typed with care"));
        await RefusedAsync("factors", "To", "lies before the first day", ("Input.Kind", "Barrier"), ("Input.Dimension", "Regulatory"), ("Input.Text", "Typed with care"), ("Input.From", "2024-03-02"), ("Input.To", "2024-03-01"));
        await RefusedAsync("actors", "Name", "Both are given.", ("Input.Kind", "Business"), ("Input.OrganisationId", $"{organisation}"), ("Input.Name", "Typed with care"));
        await RefusedAsync("actors", "OrganisationId", "Choose an organisation of the register", ("Input.Kind", "Business"), ("Input.Part", "Typed with care"));
        await RefusedAsync("criteria", "Ratings_2__Evidence", "needs its evidence", ("Input.Ratings[2].Score", "3"), ("Input.Ratings[4].Score", "0"), ("Input.Ratings[4].Evidence", "Typed with care"));
        await RefusedAsync("criteria", "Ratings_2__Score", "between 0 and 3", ("Input.Ratings[2].Score", "4"), ("Input.Ratings[2].Evidence", "Typed with care"));
        await RefusedAsync("edit", "Plan", "That plan belongs to another territory.", ("Input.Title", "Typed with care"), ("Input.Plan", foreign));
        await RefusedAsync("edit", "Title", "The title has 301 characters", ("Input.Title", new string('x', 301)), ("Input.Description", "Typed with care"));
        await RefusedAsync("roadmap/keep", "AgreedOn", "has no milestone yet", ("Input.AgreedOn", "2024-03-01"), ("Input.Note", "Typed with care"));

        async Task RefusedAsync(string form, string field, string sentence, params (string Name, string Value)[] typed)
        {
            var address = $"/solutions/{code}/{form}";
            var opened = (await officer.OpenFormAsync(address)).Where(f => f.Key is not "Input.From").ToDictionary();
            using var answer = await officer.SendFormAsync(address, opened, typed);
            var text = await answer.TextAsync();
            answer.StatusCode.ShouldBeOneOf([HttpStatusCode.BadRequest, HttpStatusCode.Conflict], address);
            text[text.IndexOf($"id=\"Input_{field}-e\"", StringComparison.Ordinal)..].ShouldContain(sentence, customMessage: $"{address} {field}");
            text.ShouldContain("Typed with care", customMessage: address);
        }
    }

    [Fact]
    public async Task A_solution_of_another_territory_is_neither_seen_nor_changed_and_the_desk_sees_none()
    {
        var code = await App.AddSolutionAsync("uppsala", "Not yours");
        using var contact = await App.SignedInAsync(Role.Territory, "capannori");
        using var desk = await App.SignedInAsync(Role.Desk);

        foreach (var page in (string[])["", "/edit", "/state", "/phase", "/criteria", "/support", "/strands", "/actors", "/factors", "/roadmap", "/roadmap/keep"])
        {
            (await contact.StatusAsync($"/solutions/{code}{page}")).ShouldBe(HttpStatusCode.Forbidden, page);
            (await desk.StatusAsync($"/solutions/{code}{page}")).ShouldBe(HttpStatusCode.Forbidden, page);
        }
        (await contact.PageAsync("/solutions")).ShouldNotContain("Not yours");
        (await desk.StatusAsync("/solutions")).ShouldBe(HttpStatusCode.Forbidden);
        var capannori = await App.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == "capannori").Select(t => t.Id).SingleAsync(Cancellation));
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new SaveStrand.Command { Code = code, Title = "x" }, Role.Territory, capannori));
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new CreateSolution.Command { Territory = "uppsala", Title = "x" }, Role.Territory, capannori));
    }

    [Fact]
    public async Task A_territory_changes_its_own_solution_but_scores_and_support_are_the_offices()
    {
        var code = await App.AddSolutionAsync("capannori", "Our own");
        using var contact = await App.SignedInAsync(Role.Territory, "capannori");
        await contact.PostFormAsync($"/solutions/{code}/strands", ("Input.Title", "Textiles"));
        await contact.PostFormAsync($"/solutions/{code}/actors", ("Input.Kind", "CivilSociety"), ("Input.Name", "Repair café"), ("Input.Part", "Repairs"));
        await contact.PostFormAsync($"/solutions/{code}/factors", ("Input.Kind", "Lever"), ("Input.Dimension", "SkillsAndCapacity"), ("Input.Text", "Trained people"), ("Input.Response", "More courses"));

        var page = WebUtility.HtmlDecode(await contact.PageAsync($"/solutions/{code}"));
        foreach (var words in (string[])["Textiles", "Repair café", "Civil society", "Trained people", "What is made of it:", "More courses", "Skills and capacity"])
            page.ShouldContain(words);
        page.ShouldNotContain("Score the criteria");
        (await contact.StatusAsync($"/solutions/{code}/criteria")).ShouldBe(HttpStatusCode.Forbidden);
        (await contact.StatusAsync($"/solutions/{code}/support")).ShouldBe(HttpStatusCode.Forbidden);

        var strand = (await App.SolutionAsync(code)).Strands.Single();
        await contact.PostFormAsync($"/solutions/{code}/strands/{strand.Id}?handler=Remove");
        (await App.SolutionAsync(code)).Strands.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_Fellow_is_supported_only_by_an_exception_that_a_coordinator_gives_a_reason_for()
    {
        var code = await App.AddSolutionAsync("lucca", "Of a Fellow");
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        var support = $"/solutions/{code}/support";
        (await (await officer.SendFormAsync(support, await officer.OpenFormAsync(support), ("Input.IsSupported", "true"))).TextAsync()).ShouldContain("A coordinator can make an exception with a reason.");
        (await (await officer.PostFormAsync($"/milestones/new?solution={code}", ("Input.Title", "First step"), ("Input.Due", "2027-05-01"))).TextAsync()).ShouldContain("no roadmap of their own");

        var coordinator = await App.SignedInAsync(Role.Coordinator, followsRedirects: false);
        (await (await coordinator.SendFormAsync(support, await coordinator.OpenFormAsync(support), ("Input.IsSupported", "true"))).TextAsync()).ShouldContain("id=\"Input_Exception-e\"");
        (await coordinator.SendFormAsync(support, await coordinator.OpenFormAsync(support), ("Input.IsSupported", "true"), ("Input.Exception", "The only solution on textiles."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await App.SolutionAsync(code)).ShouldSatisfyAllConditions(s => s.Profile.IsSupported.ShouldBeTrue(), s => s.Exception.ShouldBe("The only solution on textiles."));
        (await coordinator.PostFormAsync($"/milestones/new?solution={code}", ("Input.Title", "First step"), ("Input.Due", "2027-05-01"), ("Input.Exception", "Agreed with the Commission."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.PostFormAsync($"/milestones/new?solution={code}", ("Input.Title", "Second step"), ("Input.Due", "2027-06-01"))).StatusCode.ShouldBe(HttpStatusCode.Redirect, "the exception holds for the roadmap");
        (await officer.PageAsync($"/solutions/{code}/roadmap")).ShouldContain("Second step");
        (await App.SolutionAsync(code)).Exception.ShouldBe("The only solution on textiles.", "the one for the roadmap is another");
    }

    [Fact]
    public async Task Two_who_score_different_criteria_do_not_collide_and_of_the_same_one_both_texts_are_shown()
    {
        var code = await App.AddSolutionAsync("flanders", "Scored");
        var address = $"/solutions/{code}/criteria";
        var (first, second) = (await App.SignedInAsync(Role.Officer, followsRedirects: false), await App.SignedInAsync(Role.Officer, followsRedirects: false));
        (await first.PostFormAsync(address, ("Input.Ratings[0].Score", "1"), ("Input.Ratings[0].Evidence", "At first"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var (one, two) = (await first.OpenFormAsync(address), await second.OpenFormAsync(address));

        (await first.SendFormAsync(address, one, ("Input.Ratings[0].Score", "2"), ("Input.Ratings[0].Evidence", "Mine"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var refused = await second.SendFormAsync(address, two, ("Input.Ratings[0].Score", "3"), ("Input.Ratings[0].Evidence", "Theirs"), ("Input.Ratings[1].Score", "0"));
        var text = await refused.TextAsync();
        text.ShouldContain("Somebody else scored it 2 meanwhile: “Mine”.");
        text.ShouldContain("Theirs");

        (await second.SendFormAsync(address, await second.OpenFormAsync(address), ("Input.Ratings[1].Score", "0"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var scores = (await App.SolutionAsync(code)).Scores;
        scores.Select(s => (s.Criterion, s.Score)).ShouldBe([(Criterion.Dimensions, 2), (Criterion.Components, 0)]);
        (await first.PageAsync($"/solutions/{code}")).ShouldContain("Criteria: 2 of 30");
    }

    [Fact]
    public async Task What_is_shown_with_a_source_names_a_new_one_when_it_changes()
    {
        var code = await App.SendAsync(new CreateSolution.Command { Territory = "roubaix", Title = "Sourced", Source = "https://example.org/plan" });
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        (await officer.PageAsync($"/solutions/{code}")).ShouldContain("example.org");
        var form = await officer.OpenFormAsync($"/solutions/{code}/edit");

        (await (await officer.SendFormAsync($"/solutions/{code}/edit", form, ("Input.Title", "Another title"))).TextAsync()).ShouldContain("id=\"Input_Source-e\"");
        form = await officer.OpenFormAsync($"/solutions/{code}/edit");
        (await officer.SendFormAsync($"/solutions/{code}/edit", form, ("Input.Title", "Another title"), ("Input.Source", "Letter of the mayor"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await App.SolutionAsync(code)).ShouldSatisfyAllConditions(s => s.Profile.Title.ShouldBe("Another title"), s => s.Source!.Sources.ShouldBe(["Letter of the mayor"]));
    }

    [Fact]
    public async Task A_phase_recorded_by_mistake_is_taken_back_once()
    {
        var code = await App.AddSolutionAsync("capannori", "Phases");
        var version = await App.WithDatabaseAsync(db => db.Solutions.Where(s => s.Code == code).Select(s => s.Version).SingleAsync(Cancellation));
        await App.SendAsync(new EnterPhase.Command { Code = code, Version = version, Phase = Phase.Map, From = new DateOnly(2024, 1, 1) });
        var shown = (await App.SendAsync(new EnterPhase.Query(code))).Form.Version;
        await App.SendAsync(new EnterPhase.Command { Code = code, Version = shown, Phase = Phase.Design, From = new DateOnly(2025, 1, 1) });
        shown = (await App.SendAsync(new EnterPhase.Query(code))).Form.Version;

        await App.SendAsync(new LeavePhase.Command(code, shown));
        (await App.SolutionAsync(code)).Profile.Phase.ShouldBe(Phase.Map);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(new LeavePhase.Command(code, shown)));
        (await App.SolutionAsync(code)).Phases.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Each_solution_of_a_territory_gets_the_next_code_and_a_territory_that_nobody_has_is_refused()
    {
        var (first, second) = (await App.AddSolutionAsync("bergen"), await App.AddSolutionAsync("bergen"));
        (first, second).ShouldBe(("CSS-BERGEN-1", "CSS-BERGEN-2"));
        (await Should.ThrowAsync<ValidationException>(() => App.AddSolutionAsync("atlantis"))).Errors.Single().PropertyName.ShouldBe("Territory");
        await Should.ThrowAsync<NotFoundException>(() => App.SolutionAsync("CSS-NOWHERE-1"));
    }
}

public sealed class SolutionPagesOnSqlite(SqliteApp app) : SolutionPagesTests(app), IClassFixture<SqliteApp>;

public sealed class SolutionPagesOnPostgres(PostgresApp app) : SolutionPagesTests(app), IClassFixture<PostgresApp>;
