using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Support;
using static Ccri.Web.Tests.Support.SupportSamples;

namespace Ccri.Web.Tests.Support;

public abstract class SupportPagesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task An_activity_is_logged_for_a_need_of_the_address_in_few_answers_and_the_next_begins_as_it_was()
    {
        await App.AddNeedAsync("asker", "Keine Daten über Baustoffe");
        using var officer = await App.SignedInAsync(Role.Officer);
        using var refused = await officer.PostFormAsync("/support/new?territory=asker&need=1", ("Input.Territory", "asker"), ("Input.Type", "ExpertMission"), ("Input.Title", "Daten über Baustoffe"), ("Input.Days", "x"), ("Input.Expert", "Ägidius"));
        var page = await refused.TextAsync();
        (refused.StatusCode, page.Contains("“x” is not a number"), page.Contains("Ägidius")).ShouldBe((HttpStatusCode.BadRequest, true, true));

        var form = await officer.OpenFormAsync("/support/new?territory=asker&need=1");
        form["Input.Needs"].ShouldNotBeEmpty("the need of the address is ticked");
        using var logged = await officer.SendFormAsync("/support/new?territory=asker&need=1", form, ("Input.Type", "ExpertMission"), ("Input.Title", "Daten über Baustoffe"), ("Input.Days", "1.5"), ("Input.Expert", "Ägidius"), ("Then", "another"));
        logged.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe("/support/new?territory=asker");
        var next = Browsing.FormOf(await logged.Content.ReadAsStringAsync(Cancellation));
        (next["Input.Type"], next["Input.Territory"], next["Input.Expert"], next["Input.On"], next["Input.Title"], next["Input.Days"]).ShouldBe(("ExpertMission", "asker", "Ägidius", $"{Today:yyyy-MM-dd}", "", ""));

        var row = (await App.SendAsync(new ListSupport.Query("agidius"))).Rows.ShouldHaveSingleItem();
        row.Needs.ShouldBe(1);
        var details = await officer.PageAsync($"/support/{row.Id}");
        (details.Contains("Keine Daten über Baustoffe"), details.Contains("/needs/asker/1")).ShouldBe((true, true));
    }

    [Fact]
    public async Task An_activity_is_edited_its_needs_are_ticked_and_it_is_removed()
    {
        var need = await App.AddNeedAsync("uppsala", "No site for the hub");
        var id = await App.SendAsync(Days("uppsala", "A walk around the sites"));
        using var officer = await App.SignedInAsync(Role.Officer);
        var form = await officer.OpenFormAsync($"/support/{id}/edit");
        var opened = await officer.OpenFormAsync($"/support/{id}/edit");
        using var edited = await officer.SendFormAsync($"/support/{id}/edit", form, ("Input.Title", "Two walks around the sites"), ("Input.Satisfaction", "4.2"));
        (await edited.TextAsync()).ShouldContain("4.2 of 5");
        using var stale = await officer.SendFormAsync($"/support/{id}/edit", opened, ("Input.Title", "Three walks"));
        (stale.StatusCode, (await stale.TextAsync()).Contains("Two walks around the sites")).ShouldBe((HttpStatusCode.Conflict, true));
        using var served = await officer.PostFormAsync($"/support/{id}/needs", ("Input.Needs", $"{need}"));
        (await served.TextAsync()).ShouldContain("It served 1 need.");
        using var removed = await officer.PostAgainAsync(await officer.PageAsync($"/support/{id}/edit"), $"/support/{id}/edit?handler=Remove");
        removed.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/support");
        (await officer.StatusAsync($"/support/{id}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_is_filtered_sorted_and_downloaded_and_closed_to_the_desk()
    {
        await App.SendAsync(Days("munich", "=HYPERLINK(\"a\")", on: new(2026, 2, 3)));
        await App.SendAsync(Days("munich", "Reuse of cups", 0.5m, on: new(2026, 3, 31)));
        await App.SendAsync(Webinar("All about cups", "munich", "roubaix"));
        using var lead = await App.SignedInAsync(Role.Lead, scope: "TWG-C");
        using var desk = await App.SignedInAsync(Role.Desk);

        var csv = await lead.PageAsync("/support.csv?territory=munich&quarter=2026-q1&sort=days");
        csv.ShouldContain("Expert-days");
        csv.ShouldNotContain("All about cups");
        csv.Split('\n').Count(line => line.StartsWith("=", StringComparison.Ordinal)).ShouldBe(0);
        csv.IndexOf("Reuse of cups", StringComparison.Ordinal).ShouldBeLessThan(csv.IndexOf("HYPERLINK", StringComparison.Ordinal));
        (await App.SendAsync(new ListSupport.Query(Territory: "munich", Serves: true))).Total.ShouldBe(0);
        (await App.SendAsync(new ListSupport.Query(Territory: "munich", Serves: false, IsException: false))).Total.ShouldBe(3);
        (await App.SendAsync(new ListSupport.Query(Territory: "munich"))).Rows.Select(r => r.Title).First().ShouldBe("All about cups");
        var page = await lead.PageAsync("/support?q=cups&territory=roubaix");
        (page.Contains("All about cups"), page.Contains("Reuse of cups"), page.Contains("/support/new")).ShouldBe((true, false, false));
        foreach (var address in (string[])["/support", "/support.csv", "/support/new"])
            (await desk.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
    }

    [Fact]
    public async Task What_a_contact_downloads_holds_no_activity_and_no_share_of_another_territory()
    {
        await App.SendAsync(Days("capannori", "For Capannori"));
        await App.SendAsync(Days("guimaraes", "For somebody else"));
        await App.SendAsync(Days("capannori", "For both", 1m) with { Others = ["guimaraes"] });
        using var contact = await App.SignedInAsync(Role.Territory, "capannori");

        var csv = await contact.PageAsync("/support.csv");

        (csv.Contains("For Capannori"), csv.Contains("For both"), csv.Contains("For somebody else"), csv.Contains("Guimarães")).ShouldBe((true, true, false, false), csv);
    }

    [Fact]
    public async Task A_list_of_many_asks_the_database_as_often_as_a_list_of_few()
    {
        await App.SendAsync(Days("flanders", "One"));
        var few = await QueryCount.OfAsync(() => App.SendAsync(new ListSupport.Query()));
        for (var i = 0; i < 8; i++)
            await App.SendAsync(Webinar($"Another {i}", "flanders", "tampere-region", "asker"));
        (await QueryCount.OfAsync(() => App.SendAsync(new ListSupport.Query()))).ShouldBe(few);
    }
}

public sealed class SupportPagesOnSqlite(SqliteApp app) : SupportPagesTests(app), IClassFixture<SqliteApp>;

public sealed class SupportPagesOnPostgres(PostgresApp app) : SupportPagesTests(app), IClassFixture<PostgresApp>;
