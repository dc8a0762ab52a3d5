using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Features.Ledger;
using Ccri.Web.Features.Support;
using Ccri.Web.Tests.Support;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using static Ccri.Web.Tests.Support.SupportSamples;

namespace Ccri.Web.Tests.Ledger;

public abstract class LedgerTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task One_goes_from_a_need_to_the_activity_that_served_it_and_back_to_the_verdict()
    {
        var need = await App.AddNeedAsync("flanders", "No register of materials", Today.AddDays(-120));
        var id = await App.SendAsync(Days("flanders", "A register in three steps", 1.5m, Today.AddDays(-30), need));
        await App.WithDatabaseAsync(async db =>
        {
            var saved = await db.Needs.SingleAsync(n => n.Id == need, Cancellation);
            saved.Take(NeedVerdict.Partly, isServed: true);
            db.NeedSteps.Add(NeedStep.OfVerdict(saved, NeedVerdict.NotMet, Today.AddDays(-20), null, isTold: true, null, DateTime.UnixEpoch, Today));
            db.NeedSteps.Add(NeedStep.OfVerdict(saved, NeedVerdict.Partly, Today.AddDays(-3), "It begins to work.", isTold: true, null, DateTime.UnixEpoch, Today));
            return await db.SaveChangesAsync(Cancellation);
        });
        using var lead = await App.SignedInAsync(Role.Lead, scope: "TWG-C");

        var ledger = await lead.PageAsync("/ledger?territory=flanders");
        (ledger.Contains("/needs/flanders/1"), ledger.Contains($"/support/{id}"), ledger.Contains("Partly met")).ShouldBe((true, true, true));
        var activity = await lead.PageAsync($"/support/{id}");
        (activity.Contains("/needs/flanders/1"), activity.Contains("Partly met")).ShouldBe((true, true));
        var row = (await App.SendAsync(new GetLedger.Query("flanders"))).Rows.Single();
        (row.Days, row.Waited, row.IsNever, row.IsTooLong).ShouldBe((1.5m, 30, false, false));
    }

    [Fact]
    public async Task What_nobody_has_served_comes_first_by_age_and_more_than_ninety_days_are_counted()
    {
        await App.AddNeedAsync("munich", "Waits ninety days", Today.AddDays(-90));
        await App.AddNeedAsync("munich", "Waits a day more", Today.AddDays(-91));
        var old = await App.AddNeedAsync("munich", "Served long ago", Today.AddDays(-400));
        await App.SendAsync(Days("munich", "Long ago", 1, Today.AddDays(-200), old));
        var dropped = await App.AddNeedAsync("munich", "Given up", Today.AddDays(-500));
        await App.WithDatabaseAsync(async db =>
        {
            (await db.Needs.SingleAsync(n => n.Id == dropped, Cancellation)).Drop("It solved itself.");
            return await db.SaveChangesAsync(Cancellation);
        });

        var own = await App.SendAsync(new GetLedger.Query(), Role.Territory, await App.TerritoryAsync("munich"));
        own.Rows.Select(r => r.Need.Statement).ShouldBe(["Served long ago", "Waits a day more", "Waits ninety days"]);
        (own.Figures.Open, own.Figures.TooLong, own.Figures.Never, own.Figures.Needs).ShouldBe((3, 2, 2, 3));
        own.Waiting.Select(r => r.Need.Statement).ShouldBe(["Waits a day more", "Waits ninety days"]);
        (await App.SendAsync(new GetLedger.Query("munich", IsUnserved: true))).Total.ShouldBe(2);
        (await App.SendAsync(new GetLedger.Query("munich", State: NeedState.Dropped))).Rows.Single().Need.Statement.ShouldBe("Given up");
        (await App.SendAsync(new GetLedger.Query("munich", Sort: GetLedger.SortBy.Age, Descending: false))).Rows[0].Need.Statement.ShouldBe("Served long ago");
    }

    [Fact]
    public async Task Expert_days_agree_by_territory_partner_and_quarter_and_a_shared_activity_counts_once()
    {
        var partner = await App.WithDatabaseAsync(db => db.Organisations.OrderBy(o => o.SearchName).Select(o => o.Id).FirstAsync(Cancellation));
        await App.SendAsync(Days("asker", "Shared by three", 1m, new(2025, 2, 3)) with { Others = ["uppsala", "roubaix"], Organisation = partner });
        await App.SendAsync(Days("asker", "By nobody known", 0.25m, new(2025, 5, 3)));

        foreach (var quarter in (string[])["2025-Q1", "2025-Q2", GetLedgerDays.Always])
        {
            var (byTerritory, byPartner) = (await App.SendAsync(new GetLedgerDays.Query(GetLedgerDays.Grouping.Territory, quarter)), await App.SendAsync(new GetLedgerDays.Query(GetLedgerDays.Grouping.Partner, quarter)));
            byTerritory.Rows.Sum(r => r.Given).ShouldBe(byTerritory.Given, quarter);
            byPartner.Rows.Sum(r => r.Given).ShouldBe(byTerritory.Given, quarter);
        }
        var byQuarter = await App.SendAsync(new GetLedgerDays.Query(GetLedgerDays.Grouping.Quarter));
        byQuarter.Rows.Sum(r => r.Given).ShouldBe(byQuarter.Given);
        byQuarter.Rows.Single(r => r.Name == "First quarter of 2025").Given.ShouldBe(1m);
        (await App.SendAsync(new GetLedgerDays.Query(GetLedgerDays.Grouping.Partner, "2025-q2"))).Rows.Single().Name.ShouldBe("Not known");
        var own = await App.SendAsync(new GetLedgerDays.Query(GetLedgerDays.Grouping.Partner, "2025-Q1"), Role.Territory, await App.TerritoryAsync("uppsala"));
        (own.Given, own.Rows.Single().Given).ShouldSatisfyAllConditions(o => o.Item1.ShouldBeInRange(0.33m, 0.34m), o => o.Item2.ShouldBe(own.Given));
    }

    [Fact]
    public async Task Planned_days_are_saved_at_once_refused_at_their_fields_and_removed_when_emptied()
    {
        var (form, names) = await App.SendAsync(new PlanDays.Query("2027-Q1")) is var shown ? (shown.Form, shown.Names) : default;
        names.ShouldContain("Asker");
        names.ShouldNotContain("Bergen", "a Fellow is not entitled to individual support");
        var rows = form.Rows.Select((row, i) => row with { Days = i == 0 ? 2.5m : i == 1 ? 600m : null }).ToArray();
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(form with { Rows = rows }))).Errors.Single().PropertyName.ShouldBe("Rows[1].Days");
        rows[1] = rows[1] with { Days = 1m };
        await App.SendAsync(form with { Rows = rows });
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(form with { Rows = [rows[0] with { Days = 9 }] }))).Errors.Single().ErrorMessage.ShouldStartWith("Somebody else planned 2.5 meanwhile.");
        var days = await App.SendAsync(new GetLedgerDays.Query(GetLedgerDays.Grouping.Territory, "2027-q1"));
        (days.Given, days.Planned, days.Rows.Count).ShouldBe((0, 3.5m, 2));

        using var coordinator = await App.SignedInAsync(Role.Coordinator);
        using var officer = await App.SignedInAsync(Role.Officer);
        var address = $"/support/plan?quarter=2027-Q1&partner={form.Partner}";
        using var emptied = await coordinator.SendFormAsync(address, await coordinator.OpenFormAsync(address), ("Input.Rows[0].Days", ""), ("Input.Rows[1].Days", ""));
        (await emptied.TextAsync()).ShouldContain("The planned days are saved.");
        (await App.SendAsync(new GetLedgerDays.Query(GetLedgerDays.Grouping.Territory, "2027-Q1"))).Rows.ShouldBeEmpty();
        (await officer.PageAsync(address)).ShouldNotContain("Save planned days");
    }

    [Fact]
    public async Task Attention_is_compared_within_a_tier_and_shows_exceptions_and_is_closed_to_territories()
    {
        await App.SendAsync(Webinar("For Berlin", "berlin") with { On = Today.AddDays(-9) });
        var exception = await App.SendAsync(Days("berlin", "A mission to Berlin", 1, Today.AddDays(-8)) with { Exception = "The state of emergency leaves no other way." });
        var attention = await App.SendAsync(new GetAttention.Query());
        var fellows = attention.Tiers.Single(t => t.Name == "Fellows");
        fellows.Rows[^1].ShouldSatisfyAllConditions(r => r.Name.ShouldBe("Berlin"), r => r.Attention.Activities.ShouldBe(2), r => r.Attention.Days.ShouldBe(1), r => r.IsLeftBehind.ShouldBeFalse());
        fellows.Rows.ShouldContain(r => r.Name == "Bergen" && r.IsLeftBehind);
        attention.Tiers.Single(t => t.Name == "Pilots").Rows.ShouldNotContain(r => r.Name == "Berlin");
        attention.Exceptions.ShouldContain(e => e.ActivityId == exception && e.Slug == "berlin");

        using var contact = await App.SignedInAsync(Role.Territory, "asker");
        using var desk = await App.SignedInAsync(Role.Desk);
        using var officer = await App.SignedInAsync(Role.Officer);
        (await contact.StatusAsync("/ledger/attention")).ShouldBe(HttpStatusCode.Forbidden);
        (await officer.PageAsync("/ledger/attention")).ShouldContain("The state of emergency leaves no other way.");
        foreach (var address in (string[])["/ledger", "/ledger/days", "/ledger.csv", "/ledger/days.csv", "/support/plan"])
            (await desk.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
        foreach (var address in (string[])["/ledger", "/ledger/days?by=partner&quarter=all", "/ledger.csv", "/ledger/days.csv?by=quarter"])
            (await contact.StatusAsync(address)).ShouldBe(HttpStatusCode.OK, address);
    }

    [Fact]
    public async Task The_ledger_that_a_contact_downloads_holds_the_own_territory_alone_with_its_tier_by_name()
    {
        await App.AddNeedAsync("capannori", "A need of Capannori");
        await App.AddNeedAsync("guimaraes", "A need of Guimarães");
        using var contact = await App.SignedInAsync(Role.Territory, "capannori");

        var csv = await contact.PageAsync("/ledger.csv");

        (csv.Contains("A need of Capannori"), csv.Contains("A need of Guimarães"), csv.Contains("Capannori,Pilot,")).ShouldBe((true, false, true), csv);
        csv.TrimEnd().Split('\n').Skip(1).ShouldAllBe(line => line.StartsWith("Capannori,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ledger_of_many_needs_asks_the_database_as_often_as_one_of_few()
    {
        await App.AddNeedAsync("tampere-region", "The first");
        var few = await QueryCount.OfAsync(() => App.SendAsync(new GetLedger.Query()));
        for (var i = 0; i < 6; i++)
            await App.SendAsync(Days("tampere-region", $"Served {i}", 1, needs: await App.AddNeedAsync("tampere-region", $"Another {i}")));
        (await QueryCount.OfAsync(() => App.SendAsync(new GetLedger.Query()))).ShouldBe(few);
    }
}

public sealed class LedgerOnSqlite(SqliteApp app) : LedgerTests(app), IClassFixture<SqliteApp>;

public sealed class LedgerOnPostgres(PostgresApp app) : LedgerTests(app), IClassFixture<PostgresApp>;
