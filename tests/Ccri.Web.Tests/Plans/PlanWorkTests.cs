using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Plans;
using Ccri.Web.Errors;
using Ccri.Web.Features.Plans;
using Ccri.Web.Tests.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Plans;

public abstract class PlanWorkTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_new_plan_has_every_answer_of_its_form_and_a_code_of_its_territory()
    {
        var code = await App.SendAsync(new CreatePlan.Command
        {
            Territory = "roubaix", Kind = PlanKind.Ceap, Title = " Feuille de route ", Summary = "Cinq objectifs.", PartOf = "Plan climat", Language = "fr", Address = "https://example.org/plan",
            ValidFrom = 2022, ValidTo = 2026, Budget = 12_500_000.50m, Currency = "eur", PriceYear = 2021, ObjectiveWord = "axe", PublishedObjectives = 5, PublishedActions = 30,
        });

        code.ShouldStartWith("CEAP-ROUBAIX-");
        var plan = await App.PlanAsync(code);
        (plan.Title, plan.Summary, plan.PartOf, plan.Language, plan.Address).ShouldBe(("Feuille de route", "Cinq objectifs.", "Plan climat", "fr", "https://example.org/plan"));
        (plan.ValidFrom, plan.ValidTo, plan.Budget, plan.Currency, plan.PriceYear, plan.Status).ShouldBe((2022, 2026, 12_500_000_50, "EUR", 2021, PlanStatus.Planned));
        plan.Counts.Select(c => (c.Noun, c.Published, c.Here)).ShouldBe([("objective", 5, 0), ("lever", null, 0), ("action", 30, 0)]);
        var form = (await App.SendAsync(new GetPlanForm.Query(code))).Form;
        (form.Title, form.Budget, form.ObjectiveWord).ShouldBe((plan.Title, 12_500_000.5m, "axe"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field()
    {
        (await App.RefusedAsync(new CreatePlan.Command())).Keys.ShouldBe(["Territory", "Kind", "Title"], ignoreOrder: true);
        var refused = await App.RefusedAsync(new CreatePlan.Command
        {
            Territory = "uppsala", Kind = PlanKind.Ceap, Title = "x", ValidFrom = 2026, ValidTo = 2024, Budget = -1, Currency = "XYZ", PriceYear = 1800, PublishedActions = -1, Address = "nowhere", Language = "xx",
        });
        refused["ValidTo"].ShouldBe("The last year (2024) lies before the first year (2026). It should be that year or a later one.");
        refused["Budget"].ShouldStartWith("The budget is negative.");
        refused["Currency"].ShouldBe("“XYZ” is no currency that we know. Use a code such as EUR, NOK or SEK.");
        refused.Keys.ShouldBe(["ValidTo", "Budget", "Currency", "PriceYear", "PublishedActions", "Address", "Language"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_investment_plan_finances_no_plan_of_another_territory()
    {
        var (own, other) = (await App.AddPlanAsync("uppsala"), await App.AddPlanAsync("asker"));
        var command = new CreatePlan.Command { Territory = "uppsala", Kind = PlanKind.Ceip, Title = "Investments" };

        (await App.RefusedAsync(command with { ActionPlan = other }))["ActionPlan"].ShouldBe("That action plan belongs to another territory. Choose one of this territory.");
        (await App.RefusedAsync(command with { ActionPlan = "CEAP-NOWHERE-1" }))["ActionPlan"].ShouldStartWith("There is no such action plan.");

        var code = await App.SendAsync(command with { ActionPlan = own });
        (await App.PlanAsync(code)).Others.ShouldHaveSingleItem().Code.ShouldBe(own);
        (await App.PlanAsync(own)).Others.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_plan_with_a_source_names_the_new_one_and_a_plan_without_one_need_not()
    {
        var code = await App.AddPlanAsync();
        await App.SendAsync(await FormAsync(code) with { Summary = "Ours." });
        await App.SendAsync(await FormAsync(code) with { Source = "https://example.org/plan", SourceConfidence = Confidence.High });

        (await App.RefusedAsync(await FormAsync(code) with { Budget = 5 }))["Source"].ShouldContain("Say where the new answer comes from");
        await App.SendAsync(await FormAsync(code)); // nothing changed
        await App.SendAsync(await FormAsync(code) with { Budget = 5, Source = "Minutes of the council" });

        var plan = await App.PlanAsync(code);
        (plan.Budget, plan.Source!.Sources.Single()).ShouldBe((500, "Minutes of the council"));
    }

    [Fact]
    public async Task A_stale_save_is_refused()
    {
        var code = await App.AddPlanAsync();
        var form = await FormAsync(code);
        await App.SendAsync(form with { Summary = "First" });

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(form with { Summary = "Second" }));
        (await App.PlanAsync(code)).Summary.ShouldBe("First");
    }

    [Fact]
    public async Task From_draft_to_expiry_and_what_goes_to_review_or_is_adopted_is_kept_in_the_same_save()
    {
        var code = await App.AddPlanAsync();

        await App.MoveAsync(code, PlanStep.Draft, PlanStep.SendToReview, PlanStep.ReturnToAuthors, PlanStep.SendToReview);
        await App.AdoptAsync(code, new(2026, 5, 4));
        await App.MoveAsync(code, PlanStep.Revise, PlanStep.Expire);

        var plan = await App.PlanAsync(code);
        (plan.Status, plan.AdoptedOn, plan.AdoptedBy).ShouldBe((PlanStatus.Expired, new(2026, 5, 4), "City council"));
        plan.Versions.Select(v => (v.Number, v.Occasion)).ShouldBe([(3, VersionOccasion.Adopted), (2, VersionOccasion.SentToReview), (1, VersionOccasion.SentToReview)]);
        var adopted = await App.SendAsync(new GetPlanVersion.Query(code, 3));
        (adopted.AdoptedOn, adopted.AdoptedBy).ShouldBe((new(2026, 5, 4), "City council"));
        adopted.Groups.Single(g => g.Noun == "Plan").Rows.Single().Fields["Status"].ShouldBe("Adopted"); // as it stands once adopted, not a moment before
    }

    [Fact]
    public async Task A_refused_step_keeps_no_version_and_an_adoption_says_what_it_lacks()
    {
        var code = await App.AddPlanAsync();
        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(new MovePlan.Command(code, PlanStep.SendToReview)))).Message.ShouldBe("The plan is planned. Only a draft goes to review.");
        await App.MoveAsync(code, PlanStep.Draft);
        var form = (await App.SendAsync(new AdoptPlan.Query(code))).Form;

        var refused = await App.RefusedAsync(form);
        refused["On"].ShouldBe("A plan needs an adoption date and the body that adopted it. Enter the day.");
        refused.Keys.ShouldBe(["On", "By"], ignoreOrder: true);
        (await App.RefusedAsync(form with { On = Today.AddDays(1), By = "City council" }))["On"].ShouldContain("has not come yet");
        (await App.PlanAsync(code)).Versions.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_known_of_an_adoption_is_put_right_but_not_emptied()
    {
        var code = await App.AddPlanAsync();
        await App.MoveAsync(code, PlanStep.Draft);
        await App.AdoptAsync(code, new(2026, 5, 4));
        var form = (await App.SendAsync(new AdoptPlan.Query(code))).Form;

        (await App.RefusedAsync(form with { On = null }))["On"].ShouldBe("The day of the adoption is known: 4 May 2026. Enter the right one in its place.");
        (await App.RefusedAsync(form with { By = " " }))["By"].ShouldBe("The body that adopted it is known: City council. Enter the right one in its place.");
        await App.SendAsync(form with { On = new(2026, 5, 5) });

        (await App.PlanAsync(code)).AdoptedOn.ShouldBe(new(2026, 5, 5));
    }

    [Fact]
    public async Task The_adoption_of_a_plan_with_a_source_names_where_it_comes_from()
    {
        var code = await App.AddPlanAsync();
        await App.SendAsync(await FormAsync(code) with { Source = "https://example.org/plan" });
        await App.MoveAsync(code, PlanStep.Draft);
        var form = (await App.SendAsync(new AdoptPlan.Query(code))).Form with { On = new(2026, 5, 4), By = "City council" };

        (await App.RefusedAsync(form))["Source"].ShouldContain("Say where the new answer comes from");
        await App.SendByAsync(form with { Source = "Minutes of the council" });
        await App.SendAsync((await App.SendAsync(new AdoptPlan.Query(code))).Form); // nothing changed

        var plan = await App.PlanAsync(code);
        (plan.Status, plan.Versions.Count, plan.Source!.Sources.Single()).ShouldBe((PlanStatus.Adopted, 1, "Minutes of the council"));
    }

    [Fact]
    public async Task Several_who_add_a_plan_at_once_get_codes_of_their_own()
    {
        var codes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => App.AddPlanAsync("roubaix", PlanKind.Ceip)));

        codes.Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public async Task A_review_keeps_the_score_before_and_the_next_scores_are_those_after_it()
    {
        var code = await App.AddPlanAsync();
        await ScoreAsync(code, (PlanSection.Vision, 2, null), (PlanSection.Financing, 1, "No source yet."));
        await App.SendByAsync(new RecordReview.Command { Code = code, On = Today, Summary = "Sound.", Recommendations = "Tell who pays.\n\n Measure it. \n" });
        (await App.RefusedAsync(new RecordReview.Command { Code = code, On = Today.AddDays(1) }))["On"].ShouldContain("has not come yet");

        await ScoreAsync(code, (PlanSection.Financing, 3, "Contracted."));

        var plan = await App.PlanAsync(code);
        plan.Score.ShouldBe(5);
        var review = plan.Reviews.ShouldHaveSingleItem();
        (review.ScoreBefore, review.ScoreAfter, review.Summary).ShouldBe((3, 5, "Sound."));
        review.Recommendations.Select(r => (r.Text, r.Uptake)).ShouldBe([("Tell who pays.", Uptake.Open), ("Measure it.", Uptake.Open)], ignoreOrder: true);
    }

    [Fact]
    public async Task Two_officers_score_two_sections_and_of_the_same_section_the_second_is_told()
    {
        var code = await App.AddPlanAsync();
        await ScoreAsync(code, (PlanSection.Vision, 1, null), (PlanSection.Actions, 1, null));
        var (first, second) = (await SectionsAsync(code), await SectionsAsync(code));

        await App.SendAsync(With(first, (PlanSection.Vision, 2, "Better.")));
        await App.SendAsync(With(second, (PlanSection.Actions, 3, null)));
        (await App.RefusedAsync(With(second, (PlanSection.Vision, 0, "Worse."))))["Rows[0].Comment"]
            .ShouldBe("Vision: somebody else scored it 2 meanwhile and wrote “Better.”. Yours is still here; save again to keep it.");

        (await App.PlanAsync(code)).Sections.Select(s => (s.What, s.Score, s.Comment)).ShouldBe([(PlanSection.Vision, 2, "Better."), (PlanSection.Actions, 3, null)]);
    }

    [Fact]
    public async Task The_territory_answers_a_recommendation_and_nobody_rejects_one_without_a_reason()
    {
        var code = await App.AddPlanAsync("asker");
        await App.SendByAsync(new RecordReview.Command { Code = code, On = Today, Recommendations = "Tell who pays." });
        var (asker, id) = (await App.TerritoryIdAsync("asker"), (await App.PlanAsync(code)).Reviews[0].Recommendations[0].Id);

        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(new TakeRecommendation.Command(id, Uptake.Rejected), Role.Territory, asker))).Message.ShouldStartWith("Say why");
        await App.SendAsync(new TakeRecommendation.Command(id, Uptake.Accepted, "With the next budget.", await VersionAsync()), Role.Territory, asker);
        await App.SendAsync(new TakeRecommendation.Command(id, Uptake.Done), Role.Territory, asker);

        var advice = (await App.PlanAsync(code)).Reviews[0].Recommendations[0];
        (advice.Uptake, advice.Answer, advice.AnsweredOn).ShouldBe((Uptake.Done, "With the next budget.", Today));

        async Task<Guid> VersionAsync() => (await App.PlanAsync(code)).Reviews[0].Recommendations[0].Version;
    }

    [Fact]
    public async Task An_answer_in_words_is_not_written_over_by_who_has_not_seen_it_and_one_click_needs_no_version()
    {
        var code = await App.AddPlanAsync("asker");
        await App.SendByAsync(new RecordReview.Command { Code = code, On = Today, Recommendations = "Tell who pays." });
        async Task<GetPlan.Advice> Advice() => (await App.PlanAsync(code)).Reviews[0].Recommendations[0];
        var shown = await Advice();

        await App.SendAsync(new TakeRecommendation.Command(shown.Id, Uptake.Accepted, "Theirs.", shown.Version));
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(new TakeRecommendation.Command(shown.Id, Uptake.Accepted, "Mine.", shown.Version)));
        await App.SendAsync(new TakeRecommendation.Command(shown.Id, Uptake.Accepted, "Theirs.", shown.Version)); // the same once more
        await App.SendAsync(new TakeRecommendation.Command(shown.Id, Uptake.Done));
        await App.SendAsync(new TakeRecommendation.Command(shown.Id, Uptake.Done));

        var advice = await Advice();
        (advice.Uptake, advice.Answer).ShouldBe((Uptake.Done, "Theirs."));
        using var officer = await App.SignedInAsync(Role.Officer);
        using var stale = await officer.PostBarAsync(await officer.PageAsync($"/plans/{code}"), $"/plans/{code}?handler=Take", ("recommendation", $"{shown.Id}"), ("version", $"{shown.Version}"), ("uptake", "Done"), ("answer", "Mine, typed."));
        stale.StatusCode.ShouldBe(System.Net.HttpStatusCode.Conflict);
        var page = await stale.TextAsync();
        foreach (var text in (string[])["Mine, typed.", "Theirs.", "Somebody else answered", $"name=\"version\" value=\"{advice.Version}\""])
            page.ShouldContain(text);
    }

    [Fact]
    public async Task The_plan_of_a_fellow_is_reviewed_only_when_a_coordinator_makes_an_exception()
    {
        var code = await App.AddPlanAsync("bergen");
        var review = new RecordReview.Command { Code = code, On = Today };

        (await App.RefusedAsync(review, Role.Officer))["On"].ShouldContain("no help with their plans");
        (await App.RefusedAsync(review))["Exception"].ShouldContain("give the reason here");
        await App.SendByAsync(review with { Exception = "Agreed with the Commission in June." });
        await App.SendByAsync(review, Role.Officer); // once accepted for a plan, it holds for that plan

        (await App.PlanAsync(code)).Reviews.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_answers_for_another_territory_neither_reads_nor_changes_a_plan()
    {
        var (code, other) = (await App.AddPlanAsync("uppsala"), await App.TerritoryIdAsync("asker"));
        var form = await FormAsync(code);

        await Refused(new GetPlan.Query(code), Role.Territory);
        await Refused(new ComparePlan.Query(code), Role.Territory);
        foreach (var role in (Role[])[Role.Territory, Role.Officer])
        {
            await Refused(form with { Summary = "Mine" }, role);
            await Refused(new MovePlan.Command(code, PlanStep.Draft), role);
            await Refused(new KeepVersion.Command(code, null), role);
        }
        await Refused(new ScoreSections.Command { Code = code }, Role.Officer);
        await Refused(new RecordReview.Command { Code = code, On = Today }, Role.Officer);
        (await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new ScoreSections.Command { Code = code }, Role.Territory))).ShouldNotBeNull(); // its own neither

        Task<NotAllowedException> Refused<T>(MediatR.IRequest<T> message, Role role) => Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(message, role, other));
    }

    private async Task<EditPlan.Command> FormAsync(string code) => (await App.SendAsync(new GetPlanForm.Query(code))).Form;

    private async Task<ScoreSections.Command> SectionsAsync(string code) => new() { Code = code, Rows = (await App.SendAsync(new ScoreSections.Query(code))).Rows };

    private async Task ScoreAsync(string code, params (PlanSection Section, int Score, string? Comment)[] scores) => await App.SendAsync(With(await SectionsAsync(code), scores));

    private static ScoreSections.Command With(ScoreSections.Command form, params (PlanSection Section, int Score, string? Comment)[] scores) => form with
    {
        Rows = [.. form.Rows!.Select(row => scores.Where(s => s.Section == row.Section).Select(s => row with { Score = s.Score, Comment = s.Comment }).FirstOrDefault(row))],
    };
}

public sealed class PlanWorkOnSqlite(SqliteApp app) : PlanWorkTests(app), IClassFixture<SqliteApp>;

public sealed class PlanWorkOnPostgres(PostgresApp app) : PlanWorkTests(app), IClassFixture<PostgresApp>;
