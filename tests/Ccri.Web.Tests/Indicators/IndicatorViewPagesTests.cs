using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Web.Features.Indicators;

namespace Ccri.Web.Tests.Indicators;

public abstract class IndicatorViewPagesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Bad_days_are_refused_at_their_field_and_what_was_shown_stays()
    {
        await App.FollowedAsync("U4SSC-2", "uppsala", values: [(new(2025, 2, 1), 41)]);
        using var officer = await App.SignedInAsync(Role.Officer);

        var good = await TextAsync(officer, "/indicators/uppsala?by=half&from=2025-01-01&to=2025-03-31");
        good.ShouldContain("Q1 2025");
        good.ShouldContain("name=\"from-before\" value=\"2025-01-01\"");

        const string Before = "&from-before=2025-01-01&to-before=2025-03-31";
        var refused = await TextAsync(officer, $"/indicators/uppsala?by=half&from=2025-05-01&to=2025-04-01{Before}");
        refused.ShouldContain("The last day (1 Apr 2025) lies before the first day (1 May 2025). Choose a later one.");
        refused.ShouldContain("aria-describedby=\"to-err\"");
        refused.ShouldContain("value=\"2025-05-01\"");
        refused.ShouldContain("Q1 2025");
        (await TextAsync(officer, $"/indicators/uppsala?from=31.02.2025&to=2025-04-01{Before}")).ShouldContain("“31.02.2025” is no day. Enter the first day as 2026-03-31.");
        (await TextAsync(officer, "/indicators/uppsala?by=half&from=2025-04-01")).ShouldContain("Enter the last day, too.");
        (await TextAsync(officer, "/indicators/uppsala?from=0001-01-01&to=9999-12-31")).ShouldContain("Choose a day from 1990 to 2090.");
        (await TextAsync(officer, "/indicators/uppsala?by=nonsense")).ShouldContain("Q4 2026", customMessage: "What does not exist is left out.");
    }

    [Fact]
    public async Task Aggregation_direction_and_unit_stand_on_the_page_in_words()
    {
        await App.FollowedAsync("CSS-01", "gothenburg", "Δυτική Μακεδονία", (100, new(2025, 1, 31)), (400, new(2028, 12, 31)), (new(2026, 9, 30), 120));
        await App.FollowedAsync("cei_wm011", "gothenburg", values: [(new(2024, 12, 31), 48.5m)]);
        using var lead = await App.SignedInAsync(Role.Lead);

        var page = await TextAsync(lead, "/indicators/gothenburg");

        foreach (var words in (string[])["CSS-01 · tonnes per year", "More is better · Sum of the values in the period", "120 against 400 by 31 Dec 2028", "sum of the twelve months to 30 Sep 2026", "Values of several days do not make one",
            "no quarterly figure", "Solution: <a href=\"/solutions/CSS-", "Δυτική Μακεδονία", "31 Dec 2024", "1 value: 120\u00a0tonnes per year on 30 Sep 2026; baseline 100"])
            page.ShouldContain(words);
        page.ShouldNotContain("Enter values"); // a lead reads
        page.ShouldContain("</svg>At risk</span>"); // a shape alone says nothing to many
        page.ShouldNotContain("No value since"); // a benchmark comes when it is published
        page.ShouldContain($"{Words.Of(Period.Of(PeriodLength.Quarter, Today))}, so far</th>");
        await App.FollowedAsync("CSS-09", "gothenburg", "Count", values: [(new(2026, 9, 30), 12)]);
        (await TextAsync(lead, "/indicators/gothenburg")).ShouldContain("1 value: 12 on 30 Sep 2026"); // nobody says "12 number"
        var delivery = await TextAsync(lead, "/indicators");
        delivery.ShouldContain("Computed from the contact log.");
        delivery.ShouldNotContain("Newest value in the period");
        using var officer = await App.SignedInAsync(Role.Officer);
        var own = await TextAsync(officer, "/indicators/gothenburg");
        foreach (var link in (string[])["/indicators/gothenburg/enter", "/indicators/series/new?territory=gothenburg", "/indicators/series/"])
            own.ShouldContain($"href=\"{link}");
    }

    [Fact]
    public async Task A_spreadsheet_gets_what_is_shown_and_no_cell_calculates()
    {
        await App.FollowedAsync("CSS-10", "paijat-hame", "=1+1", values: [(new(2025, 2, 1), 1200.5m), (new(2025, 3, 1), 0.25m)]);
        await App.FollowedAsync("CSS-12", "paijat-hame", "-1+1", values: [(new(2025, 3, 2), -5.5m)]);
        await App.FollowedAsync("cei_wm011", "paijat-hame", values: [(new(2024, 6, 30), 60), (new(2024, 12, 31), 62)]);
        using var officer = await App.SignedInAsync(Role.Officer);

        var rows = (await officer.PageAsync("/indicators/paijat-hame.csv?from=2025-01-01&to=2025-03-31")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        rows[0].ShouldContain("Baseline,Day of the baseline,2023,2024,Q1 2025,2025,\"2026, so far\",Newest value");
        var sums = rows.Single(r => r.Contains("CSS-10,", StringComparison.Ordinal));
        sums.ShouldContain("CSS-10,Citizens reached,number,More is better,Sum of the values in the period,,,,,1200.75,,,0.25,2025-03-01");
        sums.ShouldNotStartWith("=");
        var negative = rows.Single(r => r.Contains("CSS-12", StringComparison.Ordinal));
        negative.ShouldContain(",-5.5,,,-5.5,2025-03-02,"); // a number, and no text that begins with an apostrophe
        negative.ShouldNotStartWith("-");
        rows[3].ShouldContain("60 (2024-06-30); 62 (2024-12-31)");
        (await officer.PageAsync("/indicators.csv")).ShouldContain("DEL-12");
        (await officer.PageAsync("/indicators/definitions.csv?level=delivery")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(13);
    }

    [Fact]
    public async Task Who_is_of_the_desk_reads_none_and_a_territory_contact_the_own_ones()
    {
        using var desk = await App.SignedInAsync(Role.Desk);
        using var contact = await App.SignedInAsync(Role.Territory, "asker");
        foreach (var address in (string[])["/indicators", "/indicators.csv", "/indicators/asker", "/indicators/asker.csv", "/indicators/definitions", "/indicators/definitions.csv", "/indicators/followed/U4SSC-2"])
            (await desk.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
        foreach (var address in (string[])["/indicators.csv", "/indicators/capannori", "/indicators/capannori.csv"])
            (await contact.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
        (await TextAsync(contact, "/indicators")).ShouldNotContain("Computed from");
        (await TextAsync(contact, "/indicators/asker")).ShouldContain("Indicators of Asker");
        (await contact.StatusAsync("/indicators/nowhere")).ShouldBe(HttpStatusCode.NotFound);
        (await contact.StatusAsync("/indicators/followed/nothing")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Where_nothing_is_followed_the_page_says_so_and_what_to_do()
    {
        using var officer = await App.SignedInAsync(Role.Officer);
        var page = await TextAsync(officer, "/indicators/zuid-holland");
        page.ShouldContain("No indicator is followed yet");
        page.ShouldContain("href=\"/indicators/series/new?territory=zuid-holland\"");
        (await TextAsync(officer, "/indicators/followed/ISO59020-WA3")).ShouldContain("No territory follows it");
        (await TextAsync(officer, "/indicators/definitions?q=nothing-like-that")).ShouldContain("No indicator matches");
    }

    [Fact]
    public async Task A_name_of_300_letters_is_no_harm()
    {
        var name = new string('W', 300);
        await App.FollowedAsync("CSS-05", "roubaix", name, values: [(new(2026, 1, 1), 5)]);
        using var officer = await App.SignedInAsync(Role.Officer);
        (await TextAsync(officer, "/indicators/roubaix")).ShouldContain(name);
        (await TextAsync(officer, "/indicators/followed/CSS-05")).ShouldContain($"Roubaix: {name}");
    }

    private static async Task<string> TextAsync(HttpClient client, string address) => WebUtility.HtmlDecode(await client.PageAsync(address));
}

public sealed class IndicatorViewPagesOnSqlite(SqliteApp app) : IndicatorViewPagesTests(app), IClassFixture<SqliteApp>;

public sealed class IndicatorViewPagesOnPostgres(PostgresApp app) : IndicatorViewPagesTests(app), IClassFixture<PostgresApp>;
