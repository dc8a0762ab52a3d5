using System.Net;
using System.Text.RegularExpressions;
using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Domain.Support;
using Ccri.Web.Errors;
using Ccri.Web.Features.Needs;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Needs;

public abstract class NeedPagesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_low_rating_becomes_a_need_in_one_click_and_a_second_click_leads_to_the_same()
    {
        var round = await App.RoundAsync("roubaix", new(2026, 2, 2), 3, ("financing", 1, "The fund is spent"));
        using var officer = await App.SignedInAsync(Role.Officer);
        (await officer.PageAsync("/needs/roubaix")).ShouldContain($"handler=Raise&amp;round={round}&amp;key=financing");

        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", (await officer.OpenFormAsync("/needs/roubaix/new"))["__RequestVerificationToken"])]);
        using var made = await officer.PostAsync(new Uri($"/needs/roubaix?handler=Raise&round={round}&key=financing", UriKind.Relative), content, Cancellation);

        var form = Browsing.FormOf(await made.TextAsync());
        (form["Input.Statement"], form["Input.Dimension"], form["Input.Severity"], form["Input.Evidence"]).ShouldBe(("Financing: rated 1 of 5", "financing", "4", "The fund is spent"));
        var number = await App.SendAsync(new RaiseNeed.Command("roubaix", round, "financing"));
        made.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe($"/needs/roubaix/{number}/edit");
        (await officer.PageAsync("/needs/roubaix")).ShouldNotContain("key=financing");
    }

    [Fact]
    public async Task A_need_is_added_refused_where_it_is_wrong_edited_and_the_gravest_stand_first()
    {
        using var contact = await App.SignedInAsync(Role.Territory, "munich");
        using var refused = await contact.PostFormAsync("/needs/munich/new", ("Input.Statement", ""), ("Input.Severity", "6"), ("Input.RaisedOn", $"{Today.AddDays(3):yyyy-MM-dd}"));
        var sentences = await refused.TextAsync();
        (refused.StatusCode, sentences.Contains("Choose the dimension"), sentences.Contains("The severity is between 1 and 5, not 6."), sentences.Contains("Say how urgent it is.")).ShouldBe((HttpStatusCode.BadRequest, true, true, true));

        using var added = await contact.PostFormAsync("/needs/munich/new", ("Input.Statement", "Ποιος πληρώνει;"), ("Input.Dimension", "financing"), ("Input.Severity", "2"), ("Input.Urgency", "2"), ("Input.RaisedOn", $"{Today:yyyy-MM-dd}"));
        (await added.TextAsync()).ShouldContain("Ποιος πληρώνει;");
        var (light, grave) = (int.Parse(added.RequestMessage!.RequestUri!.Segments[^1]), await App.NeedAsync("munich", "Grave", 5, 5));
        (await App.SendAsync(new GetNeeds.Query("munich"))).Open.Select(n => n.Need.Number).ShouldBe([grave, light]);

        var form = (await App.SendAsync(new GetNeedForm.Query("munich", light))).Form;
        await App.SendAsync(form with { Statement = "Who pays?", Wanted = ActivityType.ExpertMission });
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(form with { Statement = "Somebody pays" }));
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(new CreateNeed.Command { Slug = "munich", Statement = "x", Dimension = "no-such", Severity = 1, Urgency = 1, RaisedOn = Today }))).Errors.Single().PropertyName.ShouldBe("Dimension");
        (await contact.PageAsync($"/needs/munich/{light}")).ShouldContain("Expert mission");
    }

    [Fact]
    public async Task Merged_needs_are_one_and_what_served_either_serves_it_once()
    {
        var (left, right) = (await App.NeedAsync("uppsala", "No permits"), await App.NeedAsync("uppsala", "Permits are slow"));
        var both = await App.ServeAsync("uppsala", "Both", left, right);
        var before = await VersionAsync(both);
        var one = await App.ServeAsync("uppsala", "One", left);
        using var officer = await App.SignedInAsync(Role.Officer);

        using var refused = await officer.PostFormAsync($"/needs/uppsala/{left}/merge", ("Input.Into", $"{left}"), ("Input.Reason", "Itself"));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var merged = await officer.PostFormAsync($"/needs/uppsala/{left}/merge", ("Input.Into", $"{right}"), ("Input.Reason", "The same office decides."));

        (await merged.TextAsync()).ShouldContain("The same office decides.");
        var served = await App.WithDatabaseAsync(db => db.ServedNeeds.Where(s => s.ActivityId == both || s.ActivityId == one).Select(s => db.Needs.Single(n => n.Id == s.NeedId).Number).ToListAsync(Cancellation));
        served.ShouldBe([right, right]);
        (await VersionAsync(both)).ShouldNotBe(before, "whoever has its form open is told");
        (await App.ReadNeedAsync("uppsala", left)).State.ShouldBe(NeedState.Dropped);
        (await App.SendAsync(new GetNeed.Query("uppsala", right))).Steps.ShouldContain(s => s.Of.Kind == NeedStepKind.TookOver && s.Other == left);
        (await App.SendAsync(new GetNeed.Query("uppsala", right))).Activities.Select(a => a.Of.Id).ShouldBe([one, both], ignoreOrder: true);
    }

    [Fact]
    public async Task A_need_is_split_into_parts_that_keep_what_served_the_whole()
    {
        var whole = await App.NeedAsync("asker", "Everything", 4, 5);
        var activity = await App.ServeAsync("asker", "A day", whole);
        var before = await VersionAsync(activity);
        using var officer = await App.SignedInAsync(Role.Officer);

        using var refused = await officer.PostFormAsync($"/needs/asker/{whole}/split", ("Input.Parts", "Only one"));
        (refused.StatusCode, (await refused.TextAsync()).Contains("there is 1.")).ShouldBe((HttpStatusCode.BadRequest, true));
        var form = (await App.SendAsync(new GetNeedForm.Query("asker", whole))).Form;
        var parts = await App.SendAsync(new SplitNeed.Command { Slug = "asker", Number = whole, Version = form.Version, Parts = "Money\r\n\r\nPeople" });

        parts.Count.ShouldBe(2);
        (await VersionAsync(activity)).ShouldNotBe(before);
        foreach (var part in parts)
            (await App.ReadNeedAsync("asker", part)).ShouldSatisfyAllConditions(n => n.State.ShouldBe(NeedState.InSupport), n => n.Weight.ShouldBe(20));
        (await App.SendAsync(new GetNeed.Query("asker", whole))).ShouldSatisfyAllConditions(n => n.Activities.ShouldBeEmpty(), n => n.Need.State.ShouldBe(NeedState.Dropped), n => n.Steps.Count.ShouldBe(4),
            n => n.Steps.ShouldContain(s => s.Of.Kind == NeedStepKind.Dropped && s.Of.Text == n.Need.StateReason));
    }

    [Fact]
    public async Task A_need_is_dropped_only_with_a_reason_and_reopened_with_the_state_that_its_support_gives_it()
    {
        var number = await App.NeedAsync("asker", "Passing");
        await App.ServeAsync("asker", "A call", number);
        using var officer = await App.SignedInAsync(Role.Officer);
        using var refused = await officer.PostFormAsync($"/needs/asker/{number}/drop", ("Input.Reason", " "));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var dropped = await officer.PostFormAsync($"/needs/asker/{number}/drop", ("Input.Reason", "The region took it over."));
        (await dropped.TextAsync()).ShouldContain("The region took it over.");

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(new ReopenNeed.Command("asker", number, Guid.NewGuid())));
        var version = Regex.Match(await officer.PageAsync($"/needs/asker/{number}"), "name=\"version\" value=\"([^\"]*)\"").Groups[1].Value;
        await App.SendAsync(new ReopenNeed.Command("asker", number, Guid.Parse(version)));

        (await App.ReadNeedAsync("asker", number)).ShouldSatisfyAllConditions(n => n.State.ShouldBe(NeedState.InSupport), n => n.StateReason.ShouldBeNull());
    }

    [Fact]
    public async Task The_territory_judges_the_office_only_as_told_and_a_verdict_written_down_late_does_not_undo_a_later_one()
    {
        var number = await App.NeedAsync("capannori", "Skills");
        using var contact = await App.SignedInAsync(Role.Territory, "capannori");
        using var officer = await App.SignedInAsync(Role.Officer);
        using var early = await contact.PostFormAsync($"/needs/capannori/{number}/verdict", ("Input.Verdict", "Met"), ("Input.On", "2026-03-01"));
        (early.StatusCode, (await early.TextAsync()).Contains("nobody can have judged it before that")).ShouldBe((HttpStatusCode.BadRequest, true));

        using var judged = await contact.PostFormAsync($"/needs/capannori/{number}/verdict", ("Input.Verdict", "Met"), ("Input.On", "2026-06-01"), ("Input.Text", "Two of us were trained."));
        (await judged.TextAsync()).ShouldNotContain("as the territory told");
        using var told = await officer.PostFormAsync($"/needs/capannori/{number}/verdict", ("Input.Verdict", "NotMet"), ("Input.On", "2026-05-01"));

        var need = await App.SendAsync(new GetNeed.Query("capannori", number));
        (need.Need.State, need.Verdict!.Verdict, need.Verdict.IsTold).ShouldBe((NeedState.Met, NeedVerdict.Met, false));
        need.Steps.ShouldContain(s => s.Of.Verdict == NeedVerdict.NotMet && s.Of.IsTold);
        foreach (var address in (string[])["merge", "split", "drop"])
        {
            using var mine = await contact.GetAsync(new Uri($"/needs/capannori/{number}", UriKind.Relative), Cancellation);
            (await mine.TextAsync()).ShouldNotContain($"/{number}/{address}");
        }
    }

    [Fact]
    public async Task A_verdict_that_is_written_down_after_a_reopening_and_was_given_before_it_does_not_close_the_need_again()
    {
        var number = await App.NeedAsync("flanders", "Room for the hub");
        await JudgeAsync("flanders", number, NeedVerdict.Met, new(2026, 3, 3));
        (await App.ReadNeedAsync("flanders", number)).State.ShouldBe(NeedState.Met);
        await App.SendAsync(new ReopenNeed.Command("flanders", number, (await App.ReadNeedAsync("flanders", number)).Version));

        await JudgeAsync("flanders", number, NeedVerdict.Met, new(2026, 3, 15));

        (await App.ReadNeedAsync("flanders", number)).State.ShouldBe(NeedState.Open);
        await JudgeAsync("flanders", number, NeedVerdict.NotMet, Today);
        (await App.ReadNeedAsync("flanders", number)).State.ShouldBe(NeedState.NotMet);
    }

    [Fact]
    public async Task A_need_that_was_made_from_a_rating_keeps_its_dimension()
    {
        var round = await App.RoundAsync("lucca", new(2026, 2, 2), 1);
        var number = await App.SendAsync(new RaiseNeed.Command("lucca", round, "financing"));
        using var officer = await App.SignedInAsync(Role.Officer);
        (await officer.PageAsync($"/needs/lucca/{number}/edit")).ShouldContain("It was made from a rating of this dimension");
        var form = (await App.SendAsync(new GetNeedForm.Query("lucca", number))).Form;

        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(form with { Dimension = "regulation" }))).Errors.Single().PropertyName.ShouldBe("Dimension");
        await App.SendAsync(form with { Statement = "Money, above all" });
        var free = await App.NeedAsync("lucca", "Of no rating");
        await App.SendAsync((await App.SendAsync(new GetNeedForm.Query("lucca", free))).Form with { Dimension = "regulation" });
        (await App.ReadNeedAsync("lucca", free)).Dimension.ShouldBe("regulation");
    }

    [Fact]
    public async Task An_officer_of_another_territory_changes_nothing_of_its_needs()
    {
        var (one, other) = (await App.NeedAsync("guimaraes", "One"), await App.NeedAsync("guimaraes", "Other"));
        var round = await App.RoundAsync("guimaraes", new(2026, 2, 2), 3);
        var correct = (await App.SendAsync(new CorrectRound.Query("guimaraes", round))).Form;
        var version = (await App.ReadNeedAsync("guimaraes", one)).Version;
        var asker = await App.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == "asker").Select(t => t.Id).SingleAsync(Cancellation));
        Func<Task>[] tries =
        [
            () => App.SendAsync(new DropNeed.Command { Slug = "guimaraes", Number = one, Version = version, Reason = "Not theirs to say" }, Role.Officer, asker),
            () => App.SendAsync(new MergeNeed.Command { Slug = "guimaraes", Number = one, Version = version, Into = other, Reason = "Not theirs to say" }, Role.Officer, asker),
            () => App.SendAsync(new SplitNeed.Command { Slug = "guimaraes", Number = one, Version = version, Parts = "This\nThat" }, Role.Officer, asker),
            () => App.SendAsync(new ReopenNeed.Command("guimaraes", one, version), Role.Officer, asker),
            () => App.SendAsync(new JudgeNeed.Command { Slug = "guimaraes", Number = one, Version = version, Verdict = NeedVerdict.Met, On = new(2026, 5, 4) }, Role.Officer, asker),
            () => App.SendAsync(correct with { Note = "Not theirs to say" }, Role.Officer, asker),
        ];

        foreach (var attempt in tries)
            await Should.ThrowAsync<NotAllowedException>(attempt);
        (await App.ReadNeedAsync("guimaraes", one)).State.ShouldBe(NeedState.Open);
    }

    private async Task JudgeAsync(string slug, int number, NeedVerdict verdict, DateOnly on) =>
        await App.SendAsync(new JudgeNeed.Command { Slug = slug, Number = number, Version = (await App.ReadNeedAsync(slug, number)).Version, Verdict = verdict, On = on });

    private Task<Guid> VersionAsync(Guid activity) => App.WithDatabaseAsync(db => db.SupportActivities.Where(a => a.Id == activity).Select(a => a.Version).SingleAsync(Cancellation));
}

public sealed class NeedPagesOnSqlite(SqliteApp app) : NeedPagesTests(app), IClassFixture<SqliteApp>;

public sealed class NeedPagesOnPostgres(PostgresApp app) : NeedPagesTests(app), IClassFixture<PostgresApp>;
