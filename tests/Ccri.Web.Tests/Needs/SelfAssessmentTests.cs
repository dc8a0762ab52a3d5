using System.Net;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Needs;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Needs;

/// <summary>Nobody is led by the ratings of another: the office's are shown once the territory has rated itself.</summary>
public abstract class SelfAssessmentTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Before_the_territory_has_rated_itself_nothing_tells_the_ratings_of_the_office_afterwards_they_stand_side_by_side()
    {
        var office = await App.RoundAsync("capannori", new(2026, 2, 2), 3, ("financing", 1, "The fund of last year is spent"), ("transparency", 4, null));
        var need = await App.SendAsync(new RaiseNeed.Command("capannori", office, "financing"));
        using var contact = await App.SignedInAsync(Role.Territory, "capannori");

        var before = await contact.PageAsync("/needs/capannori");
        (before.Contains("The support office has rated"), before.Contains("The fund of last year"), before.Contains($"rounds/{office}"), before.Contains("rated 1 of 5"), before.Contains("<svg class=\"wide\"")).ShouldBe((true, false, false, false, false));
        (await contact.StatusAsync($"/needs/capannori/rounds/{office}")).ShouldBe(HttpStatusCode.Forbidden);
        (await contact.StatusAsync($"/needs/capannori/{need}")).ShouldBe(HttpStatusCode.NotFound);
        (await contact.StatusAsync($"/needs/capannori/{need}/edit")).ShouldBe(HttpStatusCode.NotFound);
        (await contact.StatusAsync($"/needs/capannori/{need}/verdict")).ShouldBe(HttpStatusCode.NotFound);
        (await contact.PageAsync("/needs/capannori/self-assessment")).ShouldNotContain("Last time");
        foreach (var page in (string[])["/territories/capannori", "/ledger", "/ledger.csv"])
            (await contact.PageAsync(page)).ShouldNotContain("rated 1 of 5", Case.Insensitive, page);

        var form = await contact.OpenFormAsync("/needs/capannori/self-assessment");
        (form["Input.Ratings[8].Value"], form["Input.Ratings[1].Value"]) = ("4", "3");
        using var tooFew = await contact.SendFormAsync("/needs/capannori/self-assessment", form);
        var refused = await tooFew.TextAsync();
        (tooFew.StatusCode, refused.Contains("Rate at least half of the questions before you hand it in: 4 ratings are missing.")).ShouldBe((HttpStatusCode.BadRequest, true));
        form = Browsing.FormOf(refused);
        foreach (var index in (int[])[0, 2, 3, 4])
            form[$"Input.Ratings[{index}].Value"] = "3";
        using var handedIn = await contact.SendFormAsync("/needs/capannori/self-assessment", form);

        var after = await handedIn.TextAsync();
        (handedIn.StatusCode, after.Contains("The fund of last year is spent"), after.Contains("the office rates 1, the territory 4"), after.Contains("the office rates 4, the territory 3"), after.Contains($"/needs/capannori/{need}\"")).ShouldBe((HttpStatusCode.OK, true, true, false, true));
        (await contact.StatusAsync($"/needs/capannori/rounds/{office}")).ShouldBe(HttpStatusCode.OK);
        using var officer = await App.SignedInAsync(Role.Officer);
        (await officer.PageAsync("/needs/capannori")).ShouldContain("To talk about");
    }

    [Fact]
    public async Task A_later_round_of_the_office_stays_closed_until_the_territory_rates_itself_again()
    {
        await App.RoundAsync("flanders", new(2026, 2, 2), 3);
        await App.SelfAsync("flanders", new(2026, 2, 20), 3);
        var later = await App.RoundAsync("flanders", new(2026, 8, 2), 4);
        using var contact = await App.SignedInAsync(Role.Territory, "flanders");

        (await contact.StatusAsync($"/needs/flanders/rounds/{later}")).ShouldBe(HttpStatusCode.Forbidden);
        (await contact.PageAsync("/needs/flanders")).ShouldContain("The support office has rated");
        await App.SelfAsync("flanders", new(2026, 8, 5), 4);
        (await contact.StatusAsync($"/needs/flanders/rounds/{later}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_office_does_not_rate_in_the_name_of_a_territory_nor_the_territory_in_the_offices()
    {
        var office = await App.RoundAsync("asker", new(2026, 2, 2), 3);
        var self = await App.SelfAsync("asker", new(2026, 2, 9), 2);
        using var officer = await App.SignedInAsync(Role.Officer);
        using var contact = await App.SignedInAsync(Role.Territory, "asker");

        (await officer.StatusAsync("/needs/asker/self-assessment")).ShouldBe(HttpStatusCode.Forbidden);
        (await officer.StatusAsync($"/needs/asker/rounds/{self}/edit")).ShouldBe(HttpStatusCode.Forbidden);
        (await contact.StatusAsync($"/needs/asker/rounds/{office}/edit")).ShouldBe(HttpStatusCode.Forbidden);
        (await contact.StatusAsync($"/needs/asker/rounds/{self}/edit")).ShouldBe(HttpStatusCode.Conflict, "it is its own, but the office's ratings stand beside it");
        (await contact.StatusAsync("/needs/asker/record")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_self_assessment_is_put_right_until_the_ratings_of_the_office_stand_beside_it()
    {
        var self = await App.SelfAsync("lucca", new(2026, 2, 9), 2);
        using var contact = await App.SignedInAsync(Role.Territory, "lucca");
        (await contact.PageAsync($"/needs/lucca/rounds/{self}")).ShouldContain($"rounds/{self}/edit");
        var form = await contact.OpenFormAsync($"/needs/lucca/rounds/{self}/edit");
        form["Input.Ratings[0].Value"] = "5";
        using var right = await contact.SendFormAsync($"/needs/lucca/rounds/{self}/edit", form);
        right.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe($"/needs/lucca/rounds/{self}");
        var open = (await App.SendAsSystemAsync(new CorrectRound.Query("lucca", self))).Form;

        await App.RoundAsync("lucca", new(2026, 2, 20), 4);

        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsSystemAsync(open with { Note = "Rather as the office" }))).Message.ShouldContain("stays as it was handed in");
        (await contact.PageAsync($"/needs/lucca/rounds/{self}")).ShouldNotContain($"rounds/{self}/edit");
        (await contact.StatusAsync($"/needs/lucca/rounds/{self}/edit")).ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task What_only_the_office_does_with_a_need_is_closed_to_a_contact_before_anything_is_shown()
    {
        var (need, another) = (await App.NeedAsync("munich", "Ours"), await App.NeedAsync("munich", "Ours as well"));
        var office = await App.RoundAsync("munich", new(2026, 2, 2), 1);
        await App.SendAsync(new RaiseNeed.Command("munich", office, "financing"));
        var munich = await App.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == "munich").Select(t => t.Id).SingleAsync(Cancellation));
        using var contact = await App.SignedInAsync(Role.Territory, "munich");

        foreach (var page in (string[])["merge", "drop", "split"])
            (await contact.StatusAsync($"/needs/munich/{need}/{page}")).ShouldBe(HttpStatusCode.Forbidden, page);
        (await App.SendAsync(new GetNeedForm.Query("munich", need), Role.Territory, munich)).Others.Select(o => o.Number).ShouldBe([another]);
    }
}

public sealed class SelfAssessmentOnSqlite(SqliteApp app) : SelfAssessmentTests(app), IClassFixture<SqliteApp>;

public sealed class SelfAssessmentOnPostgres(PostgresApp app) : SelfAssessmentTests(app), IClassFixture<PostgresApp>;
