using System.Net;
using Ccri.Domain.Accounts;

namespace Ccri.Web.Tests.Territories;

public abstract class TerritoryPagesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_territory_contact_who_types_the_address_of_another_territory_is_refused()
    {
        using var contact = await App.SignedInAsync(Role.Territory, "capannori");

        (await contact.PageAsync("/territories/capannori")).ShouldContain("Capannori");
        (await contact.PageAsync("/territories")).ShouldNotContain("Uppsala");
        foreach (var address in (string[])["/territories/uppsala", "/territories/uppsala/sheet", "/territories/uppsala/sheet.pdf", "/api/territories/uppsala", "/organisations"])
            (await contact.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
    }

    [Fact]
    public async Task An_address_that_nobody_has_is_not_found()
    {
        using var officer = await App.SignedInAsync(Role.Officer);

        foreach (var address in (string[])["/territories/atlantis", "/territories/atlantis/sheet.pdf", "/api/territories/atlantis"])
            (await officer.StatusAsync(address)).ShouldBe(HttpStatusCode.NotFound, address);
    }

    [Fact]
    public async Task The_filter_stands_in_the_address_and_what_does_not_exist_is_left_out()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        (string Query, string Found)[] addresses =
        [
            ("?q=m%C3%B8re", "1 territory found"),
            ("?tier=pilot&country=FI", "2 territories found"),
            ("?tier=PILOT&country=fi", "2 territories found"),
            ("?group=TWG-RM&sort=-name", "3 territories found"),
            ("?gap=notnamed", "7 territories found"),
            ("?type=cluster", "1 territory found"),
            ("?type=17&gap=-1&sort=nonsense&p=-4", "37 territories found"),
            ("?gap=NotNamed,NoSectors", "37 territories found"),
            ("?tier=&country=&p=99999999999", "37 territories found"),
            ("?q=%EF%BF%BE", "0 territories found"), // U+FFFE
            ("?q=%ED%A0%BD", "0 territories found"), // half of an emoji
            ("?q=%3Cscript%3E", "0 territories found"),
        ];
        foreach (var (query, found) in addresses)
            (await officer.PageAsync("/territories" + query)).ShouldContain(found, customMessage: query);
        (await officer.PageAsync("/territories?q=%3Cscript%3E")).ShouldContain("value=\"&lt;script&gt;\"");
    }

    [Fact]
    public async Task A_zero_character_is_wrong_use_and_no_fault_of_ours()
    {
        using var officer = await App.SignedInAsync(Role.Officer);

        foreach (var address in (string[])["/territories?q=%00", "/territories?country=%00", "/territories.csv?group=%00", "/organisations?q=%00"])
            (await officer.StatusAsync(address)).ShouldBe(HttpStatusCode.BadRequest, address);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_sign_in_first()
    {
        using var nobody = App.Browser(followsRedirects: false);

        using var answer = await nobody.GetAsync(new Uri("/territories/asker?x=1", UriKind.Relative), Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/accounts/sign-in?returnUrl=%2Fterritories%2Fasker%3Fx%3D1");
        (await nobody.StatusAsync("/api/territories")).ShouldBe(HttpStatusCode.Unauthorized);
    }
}

public sealed class TerritoryPagesOnSqlite(SqliteApp app) : TerritoryPagesTests(app), IClassFixture<SqliteApp>;

public sealed class TerritoryPagesOnPostgres(PostgresApp app) : TerritoryPagesTests(app), IClassFixture<PostgresApp>;
