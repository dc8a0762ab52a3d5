using System.Text.Json;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Features.Accounts;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Data;

public abstract class SavingTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_save_says_who_changed_what_from_what_to_what_and_through_which_door()
    {
        await using var scope = App.ScopeAs(Role.Officer);
        var (db, who) = (scope.ServiceProvider.GetRequiredService<CcriDbContext>(), scope.ServiceProvider.GetRequiredService<CurrentUser>());
        var territory = await db.Territories.SingleAsync(t => t.Slug == "flanders", Cancellation);
        territory.Count(6_800_000);
        await db.SaveChangesAsync(Cancellation);

        var row = await db.AuditRows.Where(a => a.SubjectId == territory.Id).OrderByDescending(a => a.Id).FirstAsync(Cancellation);
        (row.PersonId, row.Door, row.Noun, row.Action).ShouldBe((who.PersonId, Door.Page, "Territory", AuditAction.Changed));
        JsonSerializer.Deserialize<Dictionary<string, string?[]>>(row.Changes)!["Population"].ShouldBe(["6200000", "6800000"]);
        row.At.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public async Task The_audit_never_holds_a_name_an_address_or_a_password()
    {
        var added = await App.SendAsSystemAsync(new AddPerson.Command("anna.virtanen@example.org", "Anna Virtanen", Role.Officer, null));

        var rows = await App.WithDatabaseAsync(db => db.AuditRows.Where(a => a.SubjectId == added.PersonId).ToListAsync(Cancellation));
        rows.Select(r => r.Noun).ShouldBe(["Account", "Person"], ignoreOrder: true);
        rows.ShouldAllBe(r => !r.Changes.Contains("anna", StringComparison.OrdinalIgnoreCase) && !r.Changes.Contains("virtanen", StringComparison.OrdinalIgnoreCase));
        rows.Single(r => r.Noun == "Person").Changes.ShouldContain("\"Name\":[\"changed\"]");
        rows.ShouldAllBe(r => r.Principal == "command line" && r.Door == Door.CommandLine);
    }

    [Fact]
    public async Task An_audit_row_can_be_neither_changed_nor_removed()
    {
        (await Should.ThrowAsync<InvalidOperationException>(() => TouchAsync((db, row) => db.AuditRows.Remove(row)))).Message.ShouldContain("never");
        (await Should.ThrowAsync<InvalidOperationException>(() => TouchAsync((db, row) => db.Entry(row).Property(r => r.Changes).CurrentValue = "{}"))).Message.ShouldContain("never");
    }

    [Fact]
    public async Task A_stale_save_is_refused_and_overwrites_nothing()
    {
        await using var scope = App.ScopeAs(Role.Officer);
        var db = scope.ServiceProvider.GetRequiredService<CcriDbContext>();
        var territory = await db.Territories.SingleAsync(t => t.Slug == "munich", Cancellation);
        var seen = territory.Version;
        territory.Remark("First");
        await db.SaveChangesAsync(Cancellation);
        territory.Version.ShouldNotBe(seen);

        Should.Throw<DbUpdateConcurrencyException>(() => db.ExpectVersion(territory, seen)); // the form is older than what was read

        db.ExpectVersion(territory, territory.Version);
        await App.WithDatabaseAsync(other => other.Territories.Where(t => t.Slug == "munich").ExecuteUpdateAsync(set => set.SetProperty(t => t.Version, Guid.CreateVersion7()), Cancellation));
        territory.Remark("Second");
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Cancellation)); // or somebody was quicker than the save

        (await App.WithDatabaseAsync(other => other.Territories.Where(t => t.Slug == "munich").Select(t => t.Notes).SingleAsync(Cancellation))).ShouldBe("First");
    }

    [Fact]
    public async Task A_time_that_is_not_UTC_is_refused()
    {
        await Should.ThrowAsync<Exception>(() => App.WithDatabaseAsync(db =>
        {
            db.Persons.Add(new Person("Local time", "local@example.org", new DateTime(2026, 3, 29, 2, 30, 0, DateTimeKind.Local)));
            return db.SaveChangesAsync(Cancellation);
        }));
    }

    private Task<int> TouchAsync(Action<CcriDbContext, AuditRow> touch) => App.WithDatabaseAsync(async db =>
    {
        touch(db, await db.AuditRows.OrderBy(a => a.Id).FirstAsync(Cancellation));
        return await db.SaveChangesAsync(Cancellation);
    });
}

public sealed class SavingOnSqlite(SqliteApp app) : SavingTests(app), IClassFixture<SqliteApp>
{
    [Fact]
    public async Task SQLite_writes_ahead_waits_for_the_other_writer_and_minds_foreign_keys()
    {
        var pragmas = await App.WithDatabaseAsync(async db => (
            await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(Cancellation),
            await db.Database.SqlQueryRaw<int>("SELECT timeout AS Value FROM pragma_busy_timeout").SingleAsync(Cancellation),
            await db.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync(Cancellation)));

        pragmas.ShouldBe(("wal", 10_000, 1));
    }
}

public sealed class SavingOnPostgres(PostgresApp app) : SavingTests(app), IClassFixture<PostgresApp>;
