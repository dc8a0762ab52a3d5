using System.Net;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Needs;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Needs;

public abstract class RoundPagesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_paper_form_is_typed_in_and_the_next_round_begins_with_its_answers()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        var form = await officer.OpenFormAsync("/needs/roubaix/record");
        var typed = form.ToDictionary();
        typed["Input.On"] = $"{Today.AddDays(-200):yyyy-MM-dd}";
        typed["Input.Respondents"] = "Mme Dupont, Herr Müller";
        (typed["Input.Ratings[0].Value"], typed["Input.Ratings[0].Evidence"], typed["Input.Ratings[8].Value"]) = ("4", "Délibération n° 12", "1");

        using var saved = await officer.SendFormAsync("/needs/roubaix/record", typed);
        var page = await saved.TextAsync();
        (saved.StatusCode, page.Contains("Mme Dupont"), page.Contains("Délibération n° 12")).ShouldBe((HttpStatusCode.OK, true, true));
        (await officer.PageAsync("/needs/roubaix")).ShouldContain("2 of 12 questions answered");

        var id = saved.RequestMessage!.RequestUri!.Segments[^1];
        (await officer.PageAsync("/needs/roubaix/record")).ShouldContain($"record?from={id}");
        var copied = await officer.OpenFormAsync($"/needs/roubaix/record?from={id}");
        (copied["Input.Ratings[0].Value"], copied["Input.Ratings[0].Evidence"], copied["Input.Ratings[8].Value"], copied["Input.Ratings[1].Value"]).ShouldBe(("4", "Délibération n° 12", "1", ""));
        copied["Input.On"].ShouldBe($"{Today:yyyy-MM-dd}");
    }

    [Fact]
    public async Task A_rating_outside_0_to_5_a_day_that_has_not_come_a_second_round_of_that_day_and_evidence_without_a_rating_are_refused_at_their_fields()
    {
        await App.RoundAsync("uppsala", new(2026, 2, 2), 3);
        var offered = await App.SendAsync(new RecordRound.Query("uppsala"));
        var good = offered.Form with { On = new(2026, 3, 3), Ratings = offered.Sheet.Rated(2) };

        (await FaultsAsync(good with { Ratings = offered.Sheet.Rated(2, ("financing", 6, null), ("regulation", -1, null), ("innovation", null, "A laboratory")) })).ShouldBe(["Ratings[7].Value", "Ratings[8].Value", "Ratings[10].Value"]);
        (await FaultsAsync(good with { On = Today.AddDays(1) })).ShouldBe(["On"]);
        (await FaultsAsync(good with { On = new(1999, 1, 1) })).ShouldBe(["On"]);
        (await FaultsAsync(good with { On = new(2026, 2, 2) })).ShouldBe(["On"]);
        (await FaultsAsync(good with { Questionnaire = Guid.NewGuid() })).ShouldBe(["Questionnaire"]);
        (await FaultsAsync(good with { Ratings = offered.Sheet.AnswersOf(null) })).ShouldBe(["Ratings"]);
        (await FaultsAsync(good with { Ratings = [.. good.Ratings, new RatingAnswer { Key = "no-such-question", Value = 3 }] })).ShouldBe(["Ratings[12].Value"]);

        using var officer = await App.SignedInAsync(Role.Officer);
        using var refused = await officer.PostFormAsync("/needs/uppsala/record", ("Input.On", "2026-03-03"), ("Input.Ratings[0].Value", "7"), ("Input.Ratings[1].Value", "3"), ("Input.Ratings[1].Evidence", "Kept though refused"));
        var page = await refused.TextAsync();
        (refused.StatusCode, page.Contains("A rating is between 0 and 5, not 7."), page.Contains("Kept though refused")).ShouldBe((HttpStatusCode.BadRequest, true, true));
        Browsing.FormOf(page)["Input.Ratings[1].Value"].ShouldBe("3");
    }

    [Fact]
    public async Task A_round_is_put_right_while_it_is_the_newest_and_never_again_once_there_is_another()
    {
        var first = await App.RoundAsync("munich", new(2025, 9, 3), 1);
        var form = (await App.SendAsync(new CorrectRound.Query("munich", first))).Form;
        await App.SendAsync(form with { Ratings = [.. form.Ratings.Select(r => r with { Value = 2 })] });
        (await FaultsAsync(form with { Note = "Two at once" })).ShouldBe(["Version"]);
        var right = (await App.SendAsync(new CorrectRound.Query("munich", first))).Form;

        await App.RoundAsync("munich", new(2026, 5, 3), 4);

        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(right with { Note = "Later" }))).Message.ShouldContain("is history");
        using var officer = await App.SignedInAsync(Role.Officer);
        (await officer.StatusAsync($"/needs/munich/rounds/{first}/edit")).ShouldBe(HttpStatusCode.Conflict);
        (await officer.PageAsync($"/needs/munich/rounds/{first}")).ShouldNotContain("Put it right");
        (await App.WithDatabaseAsync(db => db.Ratings.Where(r => r.RoundId == first).Select(r => r.Value).Distinct().ToListAsync(Cancellation))).ShouldBe([2]);
        var page = WebUtility.HtmlDecode(await officer.PageAsync("/needs/munich"));
        (page.Contains("3 Sep 2025"), page.Contains("3 May 2026"), page.Contains("+2")).ShouldBe((true, true, true));
    }

    [Fact]
    public async Task A_draft_is_kept_by_a_press_without_scripts_filled_in_and_gone_once_the_round_is_saved()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        var form = await officer.OpenFormAsync("/needs/tampere-region/record");
        (form["Input.Ratings[2].Value"], form["Input.Ratings[2].Evidence"]) = ("5", "Half a sentence");

        using var kept = await officer.SendFormAsync("/accounts/drafts?handler=Keep", form);
        var page = await kept.TextAsync();
        var filled = Browsing.FormOf(page);

        kept.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe("/needs/tampere-region/record?draft=1");
        (filled["Input.Ratings[2].Value"], filled["Input.Ratings[2].Evidence"], page.Contains("It is not saved yet")).ShouldBe(("5", "Half a sentence", true));
        using var saved = await officer.SendFormAsync("/needs/tampere-region/record", filled);
        saved.RequestMessage!.RequestUri!.AbsolutePath.ShouldStartWith("/needs/tampere-region/rounds/");
        (await officer.PageAsync("/needs/tampere-region/record")).ShouldNotContain("Half a sentence");
    }

    [Fact]
    public async Task A_draft_of_a_correction_does_not_overwrite_what_somebody_else_put_right_meanwhile()
    {
        var round = await App.RoundAsync("flanders", new(2026, 2, 2), 3);
        using var officer = await App.SignedInAsync(Role.Officer);
        var address = $"/needs/flanders/rounds/{round}/edit";
        var form = await officer.OpenFormAsync(address);
        form["Input.Ratings[0].Value"] = "1";
        using var kept = await officer.SendFormAsync("/accounts/drafts?handler=Keep", form);
        var theirs = (await App.SendAsync(new CorrectRound.Query("flanders", round))).Form;
        await App.SendAsync(theirs with { Note = "Put right by somebody else" });

        var drafted = await officer.OpenFormAsync($"{address}?draft=1");

        (drafted["Input.Ratings[0].Value"], drafted["Input.Version"]).ShouldBe(("1", $"{theirs.Version}"));
        using var refused = await officer.SendFormAsync(address, drafted);
        var page = await refused.TextAsync();
        (refused.StatusCode, page.Contains("Somebody else put this round right")).ShouldBe((HttpStatusCode.BadRequest, true));
        Browsing.FormOf(page)["Input.Version"].ShouldBe($"{(await App.SendAsync(new CorrectRound.Query("flanders", round))).Form.Version}", "who has seen theirs may save again");
    }

    [Fact]
    public async Task Of_somebody_elses_territory_a_contact_sees_nothing_the_desk_sees_no_live_work_and_a_lead_does_not_write()
    {
        var round = await App.RoundAsync("guimaraes", new(2026, 2, 2), 3);
        using var contact = await App.SignedInAsync(Role.Territory, "asker");
        using var desk = await App.SignedInAsync(Role.Desk);
        foreach (var address in (string[])["/needs/guimaraes", $"/needs/guimaraes/rounds/{round}", "/needs/guimaraes/record", "/needs/guimaraes/self-assessment", "/needs.csv"])
        {
            (await contact.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
            (await desk.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
        }
        using var lead = await App.SignedInAsync(Role.Lead, scope: await App.WithDatabaseAsync(db => db.WorkingGroups.OrderBy(g => g.Code).Select(g => g.Code).FirstAsync(Cancellation)));
        (await lead.PageAsync("/needs/guimaraes")).ShouldNotContain("Record a round");
        (await lead.StatusAsync("/needs/guimaraes/record")).ShouldBe(HttpStatusCode.Forbidden);
        (await lead.StatusAsync($"/needs/asker/rounds/{round}")).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<IReadOnlyList<string>> FaultsAsync(MediatR.IBaseRequest message)
    {
        var refused = await Should.ThrowAsync<ValidationException>(() => message is RecordRound.Command record ? App.SendAsync(record) : (Task)App.SendAsync((CorrectRound.Command)message));
        return [.. refused.Errors.Select(e => e.PropertyName)];
    }
}

public sealed class RoundPagesOnSqlite(SqliteApp app) : RoundPagesTests(app), IClassFixture<SqliteApp>;

public sealed class RoundPagesOnPostgres(PostgresApp app) : RoundPagesTests(app), IClassFixture<PostgresApp>;
