using Ccri.Domain.Organisations;
using Ccri.Domain.Territories;
using Ccri.Web.Features.Territories;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Territories;

/// <summary>What a sheet says and of when; the PDF is looked at in <see cref="TerritorySheetPdfTests"/>.</summary>
public abstract class TerritorySheetTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Its_date_is_that_of_the_newest_fact_and_moves_with_it()
    {
        var (before, other) = (await SheetAsync("uppsala"), await SheetAsync("roubaix"));

        var id = await App.ChangeTerritoryAsync("uppsala", t => t.Count(238_001));

        var after = await SheetAsync("uppsala");
        Recorded(after).ShouldBeGreaterThan(Recorded(before));
        Recorded(after).UtcDateTime.ShouldBe(await App.WithDatabaseAsync(db => db.AuditRows.Where(a => a.SubjectId == id).MaxAsync(a => a.At, Cancellation)));
        after.Facts.ShouldNotBe(before.Facts);
        (await SheetAsync("roubaix")).Facts.ShouldBe(other.Facts);
    }

    [Fact]
    public async Task Asked_again_it_is_the_same_to_the_byte()
    {
        var (first, second) = (await SheetAsync("asker"), await SheetAsync("asker"));

        second.Facts.ShouldBe(first.Facts);
        second.Report.Json.ToArray().ShouldBe(first.Report.Json.ToArray());
    }

    [Fact]
    public async Task Renaming_an_organisation_that_it_names_moves_its_date()
    {
        var before = await SheetAsync("berlin");

        await App.WithDatabaseAsync(async db =>
        {
            (await db.Organisations.SingleAsync(o => o.Name == "City of Berlin", Cancellation)).Rename("Land Berlin");
            return await db.SaveChangesAsync(Cancellation);
        });

        var after = await SheetAsync("berlin");
        System.Text.Encoding.UTF8.GetString(after.Facts).ShouldContain("Land Berlin");
        Recorded(after).ShouldBeGreaterThan(Recorded(before));
    }

    [Fact]
    public async Task Leaving_a_working_group_moves_its_date()
    {
        var before = await SheetAsync("munich");

        await App.WithDatabaseAsync(async db =>
        {
            (await db.GroupMemberships.SingleAsync(m => db.Territories.Any(t => t.Id == m.TerritoryId && t.Slug == "munich"), Cancellation)).Last(null, new DateOnly(2026, 1, 31));
            return await db.SaveChangesAsync(Cancellation);
        });

        var after = await SheetAsync("munich");
        System.Text.Encoding.UTF8.GetString(after.Facts).ShouldNotContain("TWG-RM");
        Recorded(after).ShouldBeGreaterThan(Recorded(before));
    }

    [Fact]
    public async Task Its_facts_hold_no_identifier_of_this_database()
    {
        foreach (var slug in (string[])["helsinki-uusimaa", "flanders", "fellow-to-be-named-1"])
            System.Text.Encoding.UTF8.GetString((await SheetAsync(slug)).Facts).ShouldNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-");
    }

    [Fact]
    public async Task It_names_what_is_missing_and_how_sure_each_fact_is()
    {
        var sofia = System.Text.Encoding.UTF8.GetString((await SheetAsync("sofia")).Report.Json.Span);

        sofia.ShouldContain("Unconfirmed");
        sofia.ShouldContain("inferred");
        sofia.ShouldContain(Words.Of(RegisterGap.NotConfirmed));
        System.Text.Encoding.UTF8.GetString((await SheetAsync("capannori")).Report.Json.Span).ShouldContain(Words.Of(OrganisationRoleKind.AccompanyingPartner));
        System.Text.Encoding.UTF8.GetString((await SheetAsync("fellow-to-be-named-2")).Report.Json.Span).ShouldContain("Name to be supplied");
    }

    private Task<GetTerritorySheet.Sheet> SheetAsync(string slug) => App.SendAsync(new GetTerritorySheet.Query(slug));

    private static DateTimeOffset Recorded(GetTerritorySheet.Sheet sheet) => sheet.Report.Report.Meta.FrozenAt;
}

public sealed class TerritorySheetOnSqlite(SqliteApp app) : TerritorySheetTests(app), IClassFixture<SqliteApp>;

public sealed class TerritorySheetOnPostgres(PostgresApp app) : TerritorySheetTests(app), IClassFixture<PostgresApp>;
