using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;
using Ccri.Web.Errors;
using Ccri.Web.Features.Milestones;
using Ccri.Web.Features.Statuses;
using Ccri.Web.Tests.Organisations;
using Ccri.Web.Tests.Plans;
using Ccri.Web.Tests.Solutions;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Statuses;

public abstract class StatusTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_word_of_a_person_survives_an_edit_of_the_milestone_that_touches_no_input_and_lapses_with_one_that_does()
    {
        var code = await App.AddSolutionAsync("uppsala");
        var id = await App.AddMilestoneAsync(code, "Permit granted", Today.AddDays(-12));
        (await App.StatusAsync(StatusKind.Milestone, id)).ShouldSatisfyAllConditions(s => s.Status.Status.ShouldBe(Rag.AtRisk), s => s.RuledWhy.ShouldContain("12 days late"), s => s.Above!.Name.ShouldBe("Reuse hub"));

        await App.GiveAsync(StatusKind.Milestone, id, Rag.OnTrack);
        await App.SendAsync((await App.SendAsync(new GetMilestoneForm.Query(id))).Form with { Title = "Permit is granted", Description = "By the city.", Responsible = "The operator" });

        var holding = await App.StatusAsync(StatusKind.Milestone, id);
        (holding.Name, holding.Status.Status, holding.Status.Why, holding.Status.By, holding.Given!.Holds, holding.Ruled).ShouldBe(("Permit is granted", Rag.OnTrack, StatusSamples.Reason, "Test Coordinator", true, Rag.AtRisk));
        (await SolutionAsync(code)).Status.Status.ShouldBe(Rag.OnTrack, "what is above it counts the word of the person");

        await App.SendAsSystemAsync(new ExpectMilestone.Command(id, Today.AddDays(5)));

        var lapsed = await App.StatusAsync(StatusKind.Milestone, id);
        (lapsed.Status.Status, lapsed.Status.By, lapsed.Given!.Holds, lapsed.Given.Reason).ShouldBe((Rag.AtRisk, null, false, StatusSamples.Reason));
        (await SolutionAsync(code)).Status.Status.ShouldBe(Rag.AtRisk);
    }

    [Fact]
    public async Task A_word_on_a_plan_survives_what_leaves_its_parts_as_they_were_and_lapses_when_one_of_them_changes()
    {
        var code = await App.EmptyPlanAsync("asker");
        var (plan, action) = (await App.PlanIdAsync(code), await App.NewActionAsync(code));
        var milestone = await App.SendAsync(new CreateMilestone.Command { ActionId = action, Title = "Contract signed", Due = Today.AddDays(-40) });
        (await App.StatusAsync(StatusKind.Plan, plan)).ShouldSatisfyAllConditions(s => s.Status.Status.ShouldBe(Rag.OffTrack), s => s.RuledWhy.ShouldBe("1 action off track."), s => s.Parts.Single().Status.Id.ShouldBe(action));

        await App.GiveAsync(StatusKind.Plan, plan, Rag.AtRisk);
        await App.SendAsync(await App.FormAsync(code, action) with { Title = "A hub for used materials", Description = "In the harbour." });
        await App.SendAsSystemAsync(new ExpectMilestone.Command(milestone, Today.AddDays(9))); // off track before and after
        (await App.StatusAsync(StatusKind.Plan, plan)).ShouldSatisfyAllConditions(s => s.Status.Status.ShouldBe(Rag.AtRisk), s => s.Given!.Holds.ShouldBeTrue());

        await App.SendAsync(new FinishMilestone.Command(milestone));
        (await App.StatusAsync(StatusKind.Plan, plan)).ShouldSatisfyAllConditions(s => s.Status.Status.ShouldBe(Rag.Complete), s => s.Given!.Holds.ShouldBeFalse());
    }

    [Fact]
    public async Task Back_to_the_rule_takes_the_word_back_and_an_older_one_does_not_come_back()
    {
        var id = await App.AddMilestoneAsync(await App.AddSolutionAsync("munich"), "Tender", Today.AddDays(-3));
        await App.GiveAsync(StatusKind.Milestone, id, Rag.OnTrack, "The first word of somebody.");
        var first = (await App.StatusAsync(StatusKind.Milestone, id)).Given!;
        await App.GiveAsync(StatusKind.Milestone, id, Rag.OffTrack, "The second word of somebody.");
        var second = (await App.StatusAsync(StatusKind.Milestone, id)).Given!;

        (await App.RefusedAsync(new TakeBackStatus.Command(StatusKind.Milestone, id, first.AcceptanceId)))["Given"].ShouldContain("“The second word of somebody.”");
        await App.SendAsync(new TakeBackStatus.Command(StatusKind.Milestone, id, second.AcceptanceId));

        var ruled = await App.StatusAsync(StatusKind.Milestone, id);
        (ruled.Status.Status, ruled.Given).ShouldBe((Rag.AtRisk, null));
        ruled.History.Select(e => (e.Status, e.ByPerson)).Take(3).ShouldBe([(Rag.AtRisk, false), (Rag.OffTrack, true), (Rag.OnTrack, true)]);
        (await App.RefusedAsync(new TakeBackStatus.Command(StatusKind.Milestone, id, second.AcceptanceId)))["Given"].ShouldStartWith("The rule decides it already");
        (await App.WithDatabaseAsync(db => db.AuditRows.CountAsync(a => a.SubjectId == second.AcceptanceId, Cancellation))).ShouldBe(2, "the audit keeps what was said and that it went");
    }

    [Fact]
    public async Task Nobody_answers_for_facts_that_the_page_did_not_show()
    {
        var code = await App.AddSolutionAsync("flanders");
        var id = await App.AddMilestoneAsync(code, "Permit granted", Today.AddDays(-12));
        var (milestone, solution) = (await App.FormAsync(StatusKind.Milestone, id, Rag.OnTrack), await App.FormAsync(StatusKind.Solution, await App.SolutionIdAsync(code), Rag.OnTrack));

        await App.SendAsync((await App.SendAsync(new GetMilestoneForm.Query(id))).Form with { BlockedBy = "The neighbours have gone to court" });

        (await App.RefusedAsync(milestone))["Given"].ShouldBe("What the rule looks at has changed since you opened this page. Read it again, then save again or leave it. Now it says off track: Blocked: The neighbours have gone to court");
        (await App.RefusedAsync(solution))["Given"].ShouldContain("1 milestone off track.", customMessage: "a part that stands worse is another fact, too");
        (await App.RefusedAsync(milestone with { Fingerprint = null }))["Given"].ShouldStartWith("What the rule looks at has changed");
        await App.GiveAsync(StatusKind.Milestone, id, Rag.AtRisk);
    }

    [Fact]
    public async Task Of_those_who_give_a_status_at_once_one_does_and_the_others_read_what_was_said()
    {
        var id = await App.AddMilestoneAsync(await App.AddSolutionAsync("capannori"), "Permit granted", Today.AddDays(-12));
        var form = await App.FormAsync(StatusKind.Milestone, id, Rag.OnTrack);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await App.SendByAsync(form);
                return "";
            }
            catch (FluentValidation.ValidationException refused)
            {
                return refused.Errors.Single().ErrorMessage;
            }
        }));

        answers.Count(a => a.Length == 0).ShouldBe(1);
        answers.Count(a => a.Contains("said on track meanwhile", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task A_word_that_lapsed_holds_again_when_the_facts_are_exactly_what_they_were()
    {
        var id = await App.AddMilestoneAsync(await App.AddSolutionAsync("munich"), "Tender", Today.AddDays(-3));
        await App.GiveAsync(StatusKind.Milestone, id, Rag.OffTrack);

        await App.SendAsSystemAsync(new ExpectMilestone.Command(id, Today.AddDays(5)));
        (await App.StatusAsync(StatusKind.Milestone, id)).Given!.Holds.ShouldBeFalse();
        await App.SendAsSystemAsync(new ExpectMilestone.Command(id, null));

        (await App.StatusAsync(StatusKind.Milestone, id)).Given!.Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field()
    {
        var id = await App.AddMilestoneAsync(await App.AddSolutionAsync("flanders"), "Tender", Today.AddDays(-3));
        var command = await App.FormAsync(StatusKind.Milestone, id, Rag.OnTrack);

        (await App.RefusedAsync(command with { Given = null, Reason = " " })).ShouldSatisfyAllConditions(r => r["Given"].ShouldBe("Choose the status that it has."), r => r["Reason"].ShouldStartWith("Say why"));
        (await App.RefusedAsync(command with { Reason = "Too short" }))["Reason"].ShouldContain("at least 10 characters");
        (await App.RefusedAsync(command with { Reason = new string('x', 1001) }))["Reason"].ShouldContain("at most 1,000");
        (await App.RefusedAsync(command with { Given = Rag.Complete }))["Given"].ShouldContain("Complete is said by finishing the thing itself");
        (await App.RefusedAsync(command with { Given = Rag.NoData }))["Given"].ShouldStartWith("A person says");
        (await App.RefusedAsync(command with { Given = Rag.AtRisk }))["Given"].ShouldStartWith("It stands so already.");

        await App.SendByAsync(command);
        (await App.RefusedAsync(command with { Given = Rag.OffTrack }))["Given"].ShouldBe($"Test Coordinator said on track meanwhile: “{StatusSamples.Reason}”. Save again to replace that, or leave it.");
    }

    [Fact]
    public async Task What_is_not_there_or_is_another_kind_of_thing_is_not_found()
    {
        var id = await App.AddMilestoneAsync(await App.AddSolutionAsync("capannori"), "Tender", Today.AddDays(3));
        foreach (var kind in Enum.GetValues<StatusKind>())
        {
            await Should.ThrowAsync<NotFoundException>(() => App.StatusAsync(kind, Guid.CreateVersion7()));
            if (kind == StatusKind.Milestone)
                continue;
            await Should.ThrowAsync<NotFoundException>(() => App.StatusAsync(kind, id));
            await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new GiveStatus.Command { Kind = kind, Id = id, Given = Rag.AtRisk, Reason = StatusSamples.Reason }));
            await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new TakeBackStatus.Command(kind, id, Guid.Empty)));
        }
        using var officer = await App.SignedInAsync(Role.Officer);
        (await officer.StatusAsync($"/statuses/nonsense/{id}")).ShouldBe(HttpStatusCode.NotFound);
        (await officer.StatusAsync($"/statuses/0/{id}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Each_kind_of_thing_has_its_page_and_leads_to_its_own()
    {
        var (code, plan, investments) = (await App.AddSolutionAsync("asker"), await App.EmptyPlanAsync("asker"), await App.EmptyPlanAsync("asker", Domain.Plans.PlanKind.Ceip));
        var action = await App.NewActionAsync(plan);
        var (onRoadmap, ofAction) = (await App.AddMilestoneAsync(code, "On the roadmap", Today), await App.SendAsync(new CreateMilestone.Command { ActionId = action, Title = "Of the action", Due = Today }));
        var project = await App.WithDatabaseAsync(async db =>
        {
            var owner = await db.Plans.SingleAsync(p => p.Code == investments, Cancellation);
            var added = db.InvestmentProjects.Add(new Domain.Plans.InvestmentProject(owner.Id, owner.TerritoryId, "P1", "A plant")).Entity;
            await db.SaveChangesAsync(Cancellation);
            return added.Id;
        });
        var territory = await App.TerritoryIdAsync("asker");

        await LeadsToAsync(StatusKind.Milestone, onRoadmap, $"solutions/{code}/roadmap");
        await LeadsToAsync(StatusKind.Milestone, ofAction, $"plans/{plan}/actions/{action}");
        await LeadsToAsync(StatusKind.Action, action, $"plans/{plan}/actions/{action}");
        await LeadsToAsync(StatusKind.Project, project, $"plans/{investments}/projects/{project}");
        await LeadsToAsync(StatusKind.Solution, await App.SolutionIdAsync(code), $"solutions/{code}");
        await LeadsToAsync(StatusKind.Plan, await App.PlanIdAsync(plan), $"plans/{plan}");
        await LeadsToAsync(StatusKind.Territory, territory, "territories/asker");

        async Task LeadsToAsync(StatusKind kind, Guid id, string address)
        {
            var answer = await App.StatusAsync(kind, id);
            (answer.Place.Address, answer.Place.TerritoryId, answer.Status.Address).ShouldBe((address, territory, $"statuses/{kind.ToString().ToLowerInvariant()}/{id}"));
            using var contact = await App.SignedInAsync(Role.Territory, "asker");
            (await contact.PageAsync($"/{answer.Status.Address}")).ShouldSatisfyAllConditions(page => page.ShouldContain($"href=\"/{address}\""), page => page.ShouldContain(Words.RuleOf(kind)));
            (await contact.StatusAsync($"/{address}")).ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Only_the_office_changes_a_status_and_only_who_sees_the_work_sees_it()
    {
        var id = await App.AddMilestoneAsync(await App.AddSolutionAsync("roubaix"), "Tender", Today.AddDays(-3));
        var (own, other) = (await App.TerritoryIdAsync("roubaix"), await App.TerritoryIdAsync("asker"));
        var query = new GetStatus.Query(StatusKind.Milestone, id);
        var give = new GiveStatus.Command { Kind = StatusKind.Milestone, Id = id, Given = Rag.OnTrack, Reason = StatusSamples.Reason };

        (await App.SendAsync(query, Role.Territory, own)).MayGive.ShouldBeFalse();
        (await App.SendAsync(query, Role.Lead)).MayGive.ShouldBeFalse();
        (await App.SendAsync(query, Role.Officer, other)).MayGive.ShouldBeFalse();
        (await App.SendAsync(query, Role.Officer, own)).MayGive.ShouldBeTrue();
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(query, Role.Territory, other));
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(give, Role.Territory, own));
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(give, Role.Officer, other));
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new TakeBackStatus.Command(StatusKind.Milestone, id, Guid.Empty), Role.Officer, other));
    }

    [Fact]
    public async Task The_page_takes_a_word_shows_the_history_and_goes_back_to_the_rule()
    {
        var code = await App.AddSolutionAsync("munich", "Δυτική Μακεδονία");
        var id = await App.AddMilestoneAsync(code, "Permit granted", Today.AddDays(-12));
        await App.SendAsSystemAsync(new RecordStatuses.Command());
        var (officer, address) = (await App.SignedInAsync(Role.Officer, followsRedirects: false), $"/statuses/milestone/{id}");

        using var refused = await officer.PostFormAsync(address, ("Input.Given", "OnTrack"), ("Input.Reason", "Typed too"));
        var text = await refused.TextAsync();
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var words in (string[])["Error: ", "id=\"Input_Reason-e\"", "Typed too", "value=\"OnTrack\" checked", Words.RuleOf(StatusKind.Milestone)])
            text.ShouldContain(words);

        (await officer.PostFormAsync(address, ("Input.Given", "OnTrack"), ("Input.Reason", StatusSamples.Reason))).Headers.Location!.OriginalString.ShouldBe(address);
        var page = WebUtility.HtmlDecode(await officer.PageAsync(address));
        foreach (var words in (string[])["“Permit granted” is on track, by your word.", "Set by Test Officer on ", "At risk → On track", StatusSamples.Reason, "Here it says <b>at risk</b>: Due on ", "12 days late.", "By the rule", "Back to the rule"])
            page.ShouldContain(words);
        (await officer.PageAsync($"/solutions/{code}/roadmap")).ShouldContain($"href=\"{address}\"");
        WebUtility.HtmlDecode(await officer.PageAsync($"/solutions/{code}")).ShouldContain("1 milestone on track.");

        var (token, given) = ((await officer.OpenFormAsync(address))["__RequestVerificationToken"], (await App.StatusAsync(StatusKind.Milestone, id)).Given!.AcceptanceId);
        using var again = await officer.SendFormAsync($"{address}?handler=TakeBack", new() { ["__RequestVerificationToken"] = token }, ("acceptance", $"{Guid.Empty}"));
        (await again.TextAsync()).ShouldContain("gave it another status meanwhile");
        (await officer.SendFormAsync($"{address}?handler=TakeBack", new() { ["__RequestVerificationToken"] = token }, ("acceptance", $"{given}"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        WebUtility.HtmlDecode(await officer.PageAsync(address)).ShouldContain("The rule decides how “Permit granted” stands.");

        await App.GiveAsync(StatusKind.Milestone, id, Rag.OffTrack, "Nobody believes in it any more.");
        await App.SendAsSystemAsync(new ExpectMilestone.Command(id, Today.AddDays(5)));
        WebUtility.HtmlDecode(await officer.PageAsync(address)).ShouldContain("said off track: “Nobody believes in it any more.” It lapsed because what the rule looks at has changed; it would hold again if all of that became what it was.");
        using var lead = await App.SignedInAsync(Role.Lead);
        (await lead.PageAsync(address)).ShouldNotContain("Save status");
        using var desk = await App.SignedInAsync(Role.Desk);
        (await desk.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<GetStatus.Answer> SolutionAsync(string code) => await App.StatusAsync(StatusKind.Solution, await App.SolutionIdAsync(code));
}

public sealed class StatusOnSqlite(SqliteApp app) : StatusTests(app), IClassFixture<SqliteApp>;

public sealed class StatusOnPostgres(PostgresApp app) : StatusTests(app), IClassFixture<PostgresApp>;
