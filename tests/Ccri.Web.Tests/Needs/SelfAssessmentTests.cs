using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Needs;

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
        (await contact.StatusAsync($"/needs/asker/rounds/{self}/edit")).ShouldBe(HttpStatusCode.OK);
        (await contact.StatusAsync("/needs/asker/record")).ShouldBe(HttpStatusCode.Forbidden);
    }
}

public sealed class SelfAssessmentOnSqlite(SqliteApp app) : SelfAssessmentTests(app), IClassFixture<SqliteApp>;

public sealed class SelfAssessmentOnPostgres(PostgresApp app) : SelfAssessmentTests(app), IClassFixture<PostgresApp>;
