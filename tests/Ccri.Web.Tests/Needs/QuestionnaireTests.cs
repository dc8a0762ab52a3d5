using System.Net;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Features.Needs;
using Ccri.Web.Features.Programme.Loading;
using Ccri.Web.Features.Questionnaires;
using FluentValidation;

namespace Ccri.Web.Tests.Needs;

public abstract class QuestionnaireTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_questionnaire_that_changed_between_two_rounds_compares_what_asks_the_same_and_says_what_does_not()
    {
        var code = await NewAsync("compared");
        var first = await App.RoundAsync("asker", new(2026, 1, 5), 2);
        var open = await App.SendAsync(new RecordRound.Query("asker"));
        using var coordinator = await App.SignedInAsync(Role.Coordinator);
        await App.SendAsync(new BeginVersion.Command(code));
        var form = Browsing.FormOf(await coordinator.PageAsync($"/questionnaires/{code}/edit"));
        (form["Input.Questions[0].Name"], form["Input.Questions[1].AsksOther"], form["Input.Questions[2].IsRemoved"], form["Input.Remark"]) = ("Vision", "true", "true", "Repair is asked, too.");
        (form["Input.Questions[12].Name"], form["Input.Questions[12].Cluster"]) = ("Repair", "Enable");
        using var edited = await coordinator.SendFormAsync($"/questionnaires/{code}/edit", form);
        (await edited.TextAsync()).ShouldContain("Asked no more: Transparency, Awareness.");
        await PublishAsync(code);

        var stale = await Should.ThrowAsync<ValidationException>(() => App.SendAsync(open.Form with { On = new(2026, 6, 1), Ratings = open.Sheet.Rated(4) }));
        stale.Errors.Single().PropertyName.ShouldBe("Questionnaire");
        await App.RoundAsync("asker", new(2026, 6, 1), 4);
        var compared = (await App.SendAsync(new GetNeeds.Query("asker"))).Compared;
        compared.Single(a => a.Name == "Vision").ShouldSatisfyAllConditions(a => a.NameBefore.ShouldBe("Vision and strategy"), a => a.Change.ShouldBe(2));
        compared.Where(a => a.Comparability == Comparability.NotAskedBefore).Select(a => a.Name).ShouldBe(["Transparency", "Repair"]);
        compared.Where(a => a.Comparability == Comparability.NoLongerAsked).Select(a => a.Name).ShouldBe(["Transparency", "Awareness"]);
        var old = (await App.SendAsync(new GetRound.Query("asker", first))).Round;
        (old.Version, old.Answers[0].Name, old.Answers.Count).ShouldBe((1, "Vision and strategy", 12));
        (await coordinator.PageAsync("/needs/asker")).ShouldContain("asked no more");
    }

    [Fact]
    public async Task A_form_that_was_open_while_the_questionnaire_was_replaced_comes_back_with_each_answer_at_its_own_question()
    {
        var code = await NewAsync("replaced");
        using var officer = await App.SignedInAsync(Role.Officer);
        var form = await officer.OpenFormAsync("/needs/lucca/record");
        (form["Input.Ratings[0].Value"], form["Input.Ratings[11].Value"], form["Input.Ratings[11].Evidence"]) = ("5", "2", "A survey");
        var edit = await EditedAsync(code);
        var last = edit.Questions.Last(q => q.Key is not null);
        await App.SendAsync(edit with { Questions = [last with { Order = 0 }, .. edit.Questions.Where(q => q.Key is not null && q != last).Skip(1)] });
        await PublishAsync(code);

        using var refused = await officer.SendFormAsync("/needs/lucca/record", form);

        var page = await refused.TextAsync();
        var again = Browsing.FormOf(page);
        (refused.StatusCode, page.Contains("The questionnaire was replaced while this form was open")).ShouldBe((HttpStatusCode.BadRequest, true));
        (again["Input.Ratings[0].Key"], again["Input.Ratings[0].Value"], again["Input.Ratings[0].Evidence"], again["Input.Ratings[1].Value"]).ShouldBe((last.Key, "2", "A survey", ""));
        again["Input.Note"].ShouldContain(": 5.");
        using var saved = await officer.SendFormAsync("/needs/lucca/record", again);
        saved.RequestMessage!.RequestUri!.AbsolutePath.ShouldStartWith("/needs/lucca/rounds/");
    }

    [Fact]
    public async Task A_published_version_is_not_edited_two_do_not_overwrite_each_other_and_names_are_told_apart()
    {
        var code = await NewAsync("edited");
        var edit = await EditedAsync(code);
        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(new BeginVersion.Command(code)))).Message.ShouldContain("is being edited");
        (await FaultAsync(edit with { Questions = [.. edit.Questions.Select(q => q with { IsRemoved = true })] })).ShouldBe("Questions");
        (await FaultAsync(edit with { Questions = [.. edit.Questions, new() { Name = edit.Questions[0].Name, Cluster = "Enable" }] })).ShouldBe("Questions");
        (await FaultAsync(edit with { Questions = [new() { Name = "Without a cluster" }] })).ShouldBe("Questions[0].Cluster");
        await App.SendAsync(edit with { Remark = "Mine" });
        (await FaultAsync(edit with { Remark = "Theirs" })).ShouldBe("Version");
        await PublishAsync(code);

        await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(new EditQuestions.Query(code)));
        using var lead = await App.SignedInAsync(Role.Officer);
        (await lead.PageAsync($"/questionnaires/{code}")).ShouldNotContain("handler=Begin");
        (await lead.PageAsync("/questionnaires")).ShouldContain($"/questionnaires/{code}");
        (await lead.StatusAsync($"/questionnaires/{code}/edit")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(3, "munich")]
    [InlineData(11, "uppsala")]
    [InlineData(42, "roubaix")]
    public async Task Whatever_is_recorded_and_asked_later_an_old_round_says_what_it_said(int seed, string slug)
    {
        var (random, code, day) = (new Random(seed), await NewAsync($"kept-{seed}"), new DateOnly(2026, 1, 5));
        var first = await AnsweredAsync(random, slug, day);
        var was = (await App.SendAsync(new GetRound.Query(slug, first))).Round;
        was.Answers.Count(a => a.Value is not null).ShouldBeGreaterThan(0);

        for (var step = 0; step < 6; step++)
        {
            if (step == 0 || random.Next(2) == 0)
                await AskOtherwiseAsync(random, code, step);
            day = day.AddDays(random.Next(1, 40));
            await AnsweredAsync(random, slug, day);
        }

        var now = (await App.SendAsync(new GetRound.Query(slug, first))).Round;
        now.Answers.ShouldBe(was.Answers);
        (now.Version, now.Round.On, now.Round.Version).ShouldBe((was.Version, was.Round.On, was.Round.Version));
    }

    /// <summary>A round with whatever answers, some of them none.</summary>
    private async Task<Guid> AnsweredAsync(Random random, string slug, DateOnly on)
    {
        var offered = await App.SendAsync(new RecordRound.Query(slug));
        var answers = offered.Sheet.Rated(3).Select(a => random.Next(5) == 0 ? a with { Value = null } : a with { Value = random.Next(6), Evidence = random.Next(2) == 0 ? null : $"Seen {random.Next(100)} times" });
        return await App.SendAsync(offered.Form with { On = on, Ratings = [.. answers] });
    }

    /// <summary>The next version, in which one question is called otherwise, one asks something else, one is left out and one is new.</summary>
    private async Task AskOtherwiseAsync(Random random, string code, int step)
    {
        var edit = await EditedAsync(code);
        var questions = edit.Questions.Where(q => q.Key is not null).ToArray();
        random.Shuffle(questions);
        questions[0] = questions[0] with { Name = $"Called otherwise {step}" };
        questions[1] = questions[1] with { AsksOther = true };
        questions[2] = questions[2] with { IsRemoved = true };
        await App.SendAsync(edit with { Questions = [.. questions.Select((q, place) => q with { Order = place }), new() { Name = $"New {step}", Cluster = "Enable" }] });
        await PublishAsync(code);
    }

    /// <summary>The questions of the register under another code, published last, so that rounds are asked with them.</summary>
    private async Task<string> NewAsync(string code)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "data", "questionnaires.csv"), Cancellation);
        await App.SendAsSystemAsync(new LoadRegister.Command([new LoadRegister.File("questionnaires.csv", text.Replace("oecd-scoreboard", code))]));
        return code;
    }

    private async Task<EditQuestions.Command> EditedAsync(string code)
    {
        await App.SendAsync(new BeginVersion.Command(code));
        return (await App.SendAsync(new EditQuestions.Query(code))).Form;
    }

    private async Task PublishAsync(string code) => await App.SendAsync(new PublishVersion.Command(code, (await App.SendAsync(new GetQuestionnaire.Query(code))).Edited!.Version.Version));

    private async Task<string> FaultAsync(EditQuestions.Command command) => (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(command))).Errors.First().PropertyName;
}

public sealed class QuestionnaireOnSqlite(SqliteApp app) : QuestionnaireTests(app), IClassFixture<SqliteApp>;

public sealed class QuestionnaireOnPostgres(PostgresApp app) : QuestionnaireTests(app), IClassFixture<PostgresApp>;
