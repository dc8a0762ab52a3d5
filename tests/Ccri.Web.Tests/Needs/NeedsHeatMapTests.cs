using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Needs;
using Ccri.Web.Features.Programme.Loading;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Needs;

public abstract class NeedsHeatMapTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Each_territory_has_a_row_and_each_dimension_a_cell_with_the_number_of_open_needs_and_the_highest_severity()
    {
        await App.NeedAsync("asker", "One", 2, 1);
        await App.NeedAsync("asker", "Two", 4, 5);
        await App.NeedAsync("berlin", "Three", 5, 5, "innovation");
        var dropped = await App.NeedAsync("berlin", "Over", 5, 5);
        var form = (await App.SendAsync(new GetNeedForm.Query("berlin", dropped))).Form;
        await App.SendAsync(new DropNeed.Command { Slug = "berlin", Number = dropped, Version = form.Version, Reason = "Over." });

        var found = await App.SendAsync(new ListNeeds.Query());
        (found.Rows.Count, found.Dimensions.Count, found.Total).ShouldBe((37, 12, found.Totals.Values.Sum(c => c.Count)));
        var rows = found.Rows.Where(r => r.Slug is "asker" or "berlin").ToList();
        rows.Select(r => (r.Name, r.Total, r.Gravest)).ShouldBe([("Berlin", 1, 5), ("Asker", 2, 4)]);
        rows[1].Cells["financing"].ShouldBe(new ListNeeds.Cell(2, 4, 22));
        (await App.SendAsync(new ListNeeds.Query(WithAll: true))).Rows.Single(r => r.Slug == "berlin").Total.ShouldBe(2);
        (await App.SendAsync(new ListNeeds.Query(Tier: "pilot", Sort: ListNeeds.Order.Name))).Rows.Count.ShouldBe(12);
        (await App.SendAsync(new ListNeeds.Query(Country: "NO"))).Rows.Select(r => r.Name).ShouldBe(["Asker", "Bergen", "Møre og Romsdal"]);

        using var lead = await App.SignedInAsync(Role.Lead, scope: await App.WithDatabaseAsync(db => db.WorkingGroups.OrderBy(g => g.Code).Select(g => g.Code).FirstAsync(Cancellation)));
        (await lead.PageAsync("/needs?country=NO&sort=name")).ShouldContain("2 open needs, severity up to 4");
        var faults = new List<Fault>();
        var csv = CsvTable.Read("needs.csv", await lead.PageAsync("/needs.csv?country=NO"), faults).Rows;
        (faults.Count, csv.Count, csv[0]["Territory"], csv[0]["Financing"], csv[0]["Financing, highest severity"], csv[0]["Needs"], csv[0]["Innovation"], csv[0]["Innovation, highest severity"]).ShouldBe((0, 3, "Asker", "2", "4", "2", "0", ""));
    }

    [Fact]
    public async Task A_contact_is_led_to_the_own_territory_and_the_desk_is_refused()
    {
        using var contact = await App.SignedInAsync(Role.Territory, "asker", followsRedirects: false);
        using var desk = await App.SignedInAsync(Role.Desk);
        using var led = await contact.GetAsync(new Uri("/needs", UriKind.Relative), Cancellation);

        (led.StatusCode, $"{led.Headers.Location}").ShouldBe((HttpStatusCode.Redirect, "/needs/asker"));
        (await desk.StatusAsync("/needs")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_number_of_questions_to_the_database_does_not_grow_with_the_needs()
    {
        await App.NeedAsync("munich", "The first");
        var (few, fewOfOne) = (await QueryCount.OfAsync(() => App.SendAsync(new ListNeeds.Query())), await QueryCount.OfAsync(() => App.SendAsync(new GetNeeds.Query("munich"))));
        for (var i = 0; i < 5; i++)
            await App.NeedAsync(i % 2 == 0 ? "munich" : "lucca", $"Need {i}", 1 + i % 5, 3, i % 2 == 0 ? "innovation" : "regulation");

        (await QueryCount.OfAsync(() => App.SendAsync(new ListNeeds.Query())), await QueryCount.OfAsync(() => App.SendAsync(new GetNeeds.Query("munich")))).ShouldBe((few, fewOfOne));
    }
}

public sealed class NeedsHeatMapOnSqlite(SqliteApp app) : NeedsHeatMapTests(app), IClassFixture<SqliteApp>;

public sealed class NeedsHeatMapOnPostgres(PostgresApp app) : NeedsHeatMapTests(app), IClassFixture<PostgresApp>;
