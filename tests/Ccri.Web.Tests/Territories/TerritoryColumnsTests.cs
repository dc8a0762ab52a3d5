using Ccri.Domain.Accounts;
using Ccri.Web.Features.Programme.Loading;

namespace Ccri.Web.Tests.Territories;

public abstract class TerritoryColumnsTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task The_chosen_columns_are_shown_and_can_be_sorted_by_their_link()
    {
        using var officer = await App.SignedInAsync(Role.Officer);

        var page = await officer.PageAsync("/territories?q=capannori&columns=accompanying&columns=nuts");
        Heads(page).ShouldBe(["Territory", "NUTS code", "Accompanying partner"]);
        page.ShouldContain(">ITI12<");
        page.ShouldContain(">ACR&#x2B;<");
        page.ShouldContain("columns=nuts&amp;sort=accompanying");
        page.ShouldContain("class=\"scroll\"");
        Heads(await officer.PageAsync("/territories?columns=name")).ShouldBe(["Territory"]);
    }

    [Fact]
    public async Task Without_a_choice_the_page_is_as_it_was()
    {
        using var officer = await App.SignedInAsync(Role.Officer);

        foreach (var address in (string[])["/territories", "/territories?columns=", "/territories?columns=nonsense", "/territories?columns=name&columns=status&columns=tier&columns=country&columns=lead&columns=groups&columns=population&columns=attention"])
        {
            var page = await officer.PageAsync(address);
            Heads(page).ShouldBe(["Territory", "Status", "Tier", "Country", "Lead organisation", "Working groups", "Population", "What is missing"], address);
            page.ShouldNotContain("class=\"scroll\"", customMessage: address);
            page.ShouldContain("class=\"p2 right\"", customMessage: address);
        }
    }

    [Fact]
    public async Task The_CSV_holds_the_chosen_columns_and_without_a_choice_all()
    {
        using var officer = await App.SignedInAsync(Role.Officer);

        (await Table(officer, "?q=capannori&columns=name&columns=nuts&columns=accompanying")).ShouldBe([("Territory", "Capannori"), ("NUTS code", "ITI12"), ("Accompanying partner", "ACR+")]);
        (await Table(officer, "?q=capannori")).Select(cell => cell.Head)
            .ShouldBe(["Territory", "Status", "Tier", "Type", "Country", "NUTS code", "Lead organisation", "Accompanying partner", "Working groups", "Population", "Taking part", "Last contact", "What is missing"]);
    }

    private static async Task<IEnumerable<(string Head, string Value)>> Table(HttpClient client, string query)
    {
        var faults = new List<Fault>();
        var text = await client.PageAsync("/territories.csv" + query);
        var row = CsvTable.Read("territories.csv", text, faults).Rows.Single();
        return text.TrimStart('\ufeff').Split('\n')[0].Trim().Split(',').Select(head => (head, row[head]));
    }

    private static IEnumerable<string> Heads(string page) =>
        System.Text.RegularExpressions.Regex.Matches(page, "<th[^>]*scope=\"col\"[^>]*><a[^>]*>([^<]*)").Select(m => m.Groups[1].Value);
}

public sealed class TerritoryColumnsOnSqlite(SqliteApp app) : TerritoryColumnsTests(app), IClassFixture<SqliteApp>;

public sealed class TerritoryColumnsOnPostgres(PostgresApp app) : TerritoryColumnsTests(app), IClassFixture<PostgresApp>;
