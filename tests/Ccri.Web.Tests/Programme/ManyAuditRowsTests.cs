using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Features.Programme;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Programme;

public abstract class ManyAuditRowsTests(CcriApp app) : BothDatabases(app)
{
    private const int Many = 10_001;

    [Fact]
    public async Task Ten_thousand_rows_are_paged_without_a_gap_and_the_CSV_says_where_it_was_cut()
    {
        (await App.SendAsync(new ListAudit.Query(Page: 3))).Lines.ShouldBeEmpty();
        await App.WithDatabaseAsync(async db =>
        {
            db.Territories.AddRange(Enumerable.Range(0, Many).Select(i => new Territory($"many-{i}", $"Łódź {i:00000}")));
            return await db.SaveChangesAsync(Cancellation);
        });

        var first = await App.SendAsync(new ListAudit.Query());
        (first.Lines.Count, first.Total, first.Page).ShouldBe((50, Many, 1));
        (await App.SendAsync(new ListAudit.Query(Page: int.MaxValue))).Page.ShouldBe(201);
        var seen = new HashSet<Guid>();
        for (var page = 1; page <= 20; page++)
            seen.UnionWith((await App.SendAsync(new ListAudit.Query(Page: page))).Lines.Select(l => l.Id));
        seen.Count.ShouldBe(1000); // all of one moment: the id breaks the tie
        (await App.SendAsync(new ListAudit.Query(Territory: "many-7"))).Lines.Single().Thing.ShouldBe("Łódź 00007");

        using var officer = await App.SignedInAsync(Role.Officer);
        var csv = (await officer.PageAsync("/programme/audit.csv?noun=Territory")).TrimEnd().Split('\n');
        csv.Length.ShouldBe(1 + 10_000 + 1);
        csv[^1].ShouldContain("the newest 10,000 of 10,001 changes");
    }
}

public sealed class ManyAuditRowsOnSqlite(EmptySqliteApp app) : ManyAuditRowsTests(app), IClassFixture<EmptySqliteApp>;

public sealed class ManyAuditRowsOnPostgres(EmptyPostgresApp app) : ManyAuditRowsTests(app), IClassFixture<EmptyPostgresApp>;
