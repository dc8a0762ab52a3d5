using System.Net.Http.Headers;
using System.Text;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Programme.Loading;
using Ccri.Web.Features.Territories;

namespace Ccri.Web.Tests.Territories;

public abstract class TerritoriesCsvTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task It_holds_the_rows_of_the_filter_in_their_order()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        foreach (var (query, count) in ((string, int)[])[("?tier=fellow", 25), ("?tier=pilot&sort=-name", 12), ("?q=MORE+OG", 1), ("?gap=NoSolution&p=3", 4)])
        {
            var rows = Table(await CsvAsync(officer, query)).Rows.Select(r => r["Territory"]).ToList();

            rows.ShouldBe((await App.ListAsync(Filter(query))).Select(r => r.Name));
            rows.Count.ShouldBe(count);
        }
    }

    [Fact]
    public async Task It_starts_with_a_byte_order_mark_so_that_a_spreadsheet_reads_the_letters()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        using var answer = await officer.GetAsync(new Uri("/territories.csv?q=more", UriKind.Relative), Cancellation);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);

        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        Encoding.UTF8.GetString(bytes).ShouldContain("Møre og Romsdal,No data,Fellow,Region,NO,");
        answer.Content.Headers.ContentType.ShouldBe(MediaTypeHeaderValue.Parse("text/csv; charset=utf-8"));
        answer.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldMatch(@"^territories-\d{4}-\d\d-\d\d\.csv$");
    }

    [Fact]
    public async Task A_name_that_a_spreadsheet_would_calculate_stays_a_text()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        foreach (var (index, name) in ((string[])["=HYPERLINK(\"http://example.org\")", "+1+1", "-1+1", "@SUM(A1)"]).Index())
        {
            await App.AddTerritoryAsync($"formula-{index}", name);

            var cell = Table(await CsvAsync(officer, "?q=" + Uri.EscapeDataString(name))).Rows.Single()["Territory"];

            cell[0].ShouldNotBeOneOf('=', '+', '-', '@');
            cell.ShouldEndWith(name);
        }
    }

    [Fact]
    public async Task A_name_with_a_comma_a_quotation_mark_and_a_line_comes_back_as_it_was()
    {
        const string Odd = "Odd, \"quoted\"\nname";
        await App.AddTerritoryAsync("odd", Odd);
        using var officer = await App.SignedInAsync(Role.Officer);

        Table(await CsvAsync(officer, "?q=quoted")).Rows.Single()["Territory"].ReplaceLineEndings("\n").ShouldBe(Odd);
    }

    [Fact]
    public async Task A_territory_contact_gets_the_own_row_only()
    {
        using var contact = await App.SignedInAsync(Role.Territory, "capannori");

        Table(await CsvAsync(contact, "")).Rows.Select(r => r["Territory"]).ShouldBe(["Capannori"]);
    }

    private static async Task<string> CsvAsync(HttpClient client, string query) => await client.PageAsync("/territories.csv" + query);

    private static CsvTable Table(string text)
    {
        var faults = new List<Fault>();
        var table = CsvTable.Read("territories.csv", text, faults);
        faults.ShouldBeEmpty();
        return table;
    }

    private static ListTerritories.Query Filter(string query)
    {
        var given = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        return new TerritoryFilter { Q = given.GetValueOrDefault("q"), Tier = given.GetValueOrDefault("tier"), Gap = given.GetValueOrDefault("gap"), Sort = given.GetValueOrDefault("sort") }.ToQuery();
    }
}

public sealed class TerritoriesCsvOnSqlite(SqliteApp app) : TerritoriesCsvTests(app), IClassFixture<SqliteApp>;

public sealed class TerritoriesCsvOnPostgres(PostgresApp app) : TerritoriesCsvTests(app), IClassFixture<PostgresApp>;
