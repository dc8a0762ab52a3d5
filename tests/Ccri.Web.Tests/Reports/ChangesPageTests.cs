using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Errors;
using Ccri.Web.Features.Reports;
using Ccri.Web.Features.Shared;
using Ccri.Web.Tests.Solutions;

namespace Ccri.Web.Tests.Reports;

public abstract class ChangesPageTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task What_changed_is_told_between_two_periods_and_since_one_until_now()
    {
        var (first, second) = (await App.AddPeriodAsync("2025-Q1", new DateOnly(2025, 3, 31), 10, "flanders"), await App.AddPeriodAsync("2025-Q2", new DateOnly(2025, 6, 30), 10, "flanders"));
        await App.SealAsync(first, "flanders");
        await App.AddSolutionAsync("flanders", "Reuse hub of Δυτική");
        await App.SealAsync(second, "flanders");
        await App.AddSolutionAsync("flanders", "Cargo bikes");
        using var officer = await App.SignedInAsync(Role.Officer);

        var between = WebUtility.HtmlDecode(await officer.PageAsync("/reports/2025-Q2/territories/flanders/changes?since=2025-Q1"));
        between.ShouldContain("Reuse hub of Δυτική");
        between.ShouldNotContain("Cargo bikes");
        WebUtility.HtmlDecode(await officer.PageAsync("/reports/2025-Q2/territories/flanders/changes")).ShouldContain("Reuse hub of Δυτική", Case.Sensitive, "the period before is what it is compared with");
        WebUtility.HtmlDecode(await officer.PageAsync("/reports/2025-Q2/territories/flanders/changes?since=2025-Q1&until=now")).ShouldContain("Cargo bikes");
        (await officer.PageAsync("/reports/2025-Q2/territories/flanders/changes?since=2025-Q2&until=2025-Q2")).ShouldContain("Nothing changed");
        (await officer.StatusAsync("/reports/2025-Q2/territories/flanders/changes?since=2019-Q1")).ShouldBe(HttpStatusCode.NotFound);
        (await App.SendAsync(new CompareSnapshots.Query("2025-Q2", "flanders", "2025-Q2", "2025-Q1"))).Changes!.Select(c => c.Kind).ShouldContain(ChangeKind.New, "told from the older to the newer one");
    }

    [Fact]
    public async Task Before_anything_is_frozen_the_page_says_so()
    {
        await App.AddPeriodAsync("2025-X", new DateOnly(2025, 3, 31), 10, "munich");
        using var officer = await App.SignedInAsync(Role.Officer);

        (await officer.PageAsync("/reports/2025-X/territories/munich/changes")).ShouldContain("Nothing to compare yet");
    }

    [Fact]
    public async Task The_desk_sees_what_was_sealed_and_nothing_of_now_and_a_contact_the_own_territory()
    {
        var period = await App.AddPeriodAsync("2024-Q4", new DateOnly(2024, 12, 31), 10, "asker", "uppsala");
        await App.SealAsync(period, "asker");
        await App.SealAsync(period, "uppsala");
        using var desk = await App.SignedInAsync(Role.Desk);
        using var contact = await App.SignedInAsync(Role.Territory, "asker");

        (await desk.PageAsync("/reports/2024-Q4/territories/uppsala/changes")).ShouldNotContain("As it is now");
        (await desk.StatusAsync("/reports/2024-Q4/territories/uppsala/changes?since=2024-Q4&until=now")).ShouldBe(HttpStatusCode.Forbidden);
        (await desk.StatusAsync("/reports/2024-Q4/territories/uppsala/snapshot.json")).ShouldBe(HttpStatusCode.OK);
        (await contact.PageAsync("/reports/2024-Q4/territories/asker/changes")).ShouldContain("As it is now");
        foreach (var address in (string[])["changes", "changes?since=2024-Q4&until=now", "snapshot.json", "snapshot.json?revision=1"])
            (await contact.StatusAsync($"/reports/2024-Q4/territories/uppsala/{address}")).ShouldBe(HttpStatusCode.Forbidden);
        (await contact.StatusAsync("/reports/2024-Q4/territories/asker/snapshot.json?revision=1")).ShouldBe(HttpStatusCode.OK);
        (await contact.StatusAsync("/reports/2024-Q4/territories/asker/snapshot.json?revision=2")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_sealed_snapshot_is_downloaded_as_the_bytes_that_were_sealed()
    {
        var period = await App.AddPeriodAsync("2024-Q3", new DateOnly(2024, 9, 30), 10, "roubaix");
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new ReadSnapshot.Query("2024-Q3", "roubaix")));
        await App.SealAsync(period, "roubaix");
        await App.SealAsync(period, "roubaix", 2);

        var (newest, first) = (await App.SendAsync(new ReadSnapshot.Query("2024-Q3", "roubaix")), await App.SendAsync(new ReadSnapshot.Query("2024-Q3", "roubaix", 1)));

        (newest.FileName, first.FileName).ShouldBe(("2024-Q3-r2-roubaix-snapshot.json", "2024-Q3-r1-roubaix-snapshot.json"));
        newest.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(newest.Content)));
        CanonicalJson.Read<TerritorySnapshot>(newest.Content).Territory.Slug.ShouldBe("roubaix");
    }
}

public sealed class ChangesPageOnSqlite(SqliteApp app) : ChangesPageTests(app), IClassFixture<SqliteApp>;

public sealed class ChangesPageOnPostgres(PostgresApp app) : ChangesPageTests(app), IClassFixture<PostgresApp>;
