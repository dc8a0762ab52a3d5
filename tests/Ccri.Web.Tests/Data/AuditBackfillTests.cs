using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ccri.Web.Tests.Data;

/// <summary>The migration back and forth on a loaded database: rows of before it learn their territory, and the guard stands again afterwards.</summary>
public abstract class AuditBackfillTests(CcriApp app) : BothDatabases(app)
{
    /// <summary>What the register is loaded with and the migration knows of.</summary>
    private static readonly string[] Known = ["Territory", "Participation", "OrganisationRole", "GroupMembership", "NetworkMembership"];

    [Fact]
    public async Task Rows_of_the_past_learn_their_territory()
    {
        var all = await App.WithDatabaseAsync(db => Task.FromResult(db.Database.GetMigrations().ToList()));
        var audit = all.FindIndex(m => m.EndsWith("_Audit", StringComparison.Ordinal));
        var before = await CountAsync();
        await App.WithDatabaseAsync(async db =>
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync(all[audit - 1], Cancellation);
            await migrator.MigrateAsync(null, Cancellation);
            return true;
        });

        var after = await CountAsync();
        after.Where(n => Known.Contains(n.Noun)).ShouldBe(before.Where(n => Known.Contains(n.Noun)));
        after.Count(n => Known.Contains(n.Noun) && n.WithTerritory > 0).ShouldBe(Known.Length);
        after.Single(n => n.Noun == "FactNote").WithTerritory.ShouldBeGreaterThan(100);
        (await Should.ThrowAsync<Exception>(() => App.WithDatabaseAsync(db => db.AuditRows.ExecuteDeleteAsync(Cancellation)))).Message.ShouldContain("never");
    }

    private Task<List<(string Noun, int All, int WithTerritory)>> CountAsync() => App.WithDatabaseAsync(async db =>
        (await db.AuditRows.GroupBy(a => a.Noun).OrderBy(g => g.Key).Select(g => new { g.Key, All = g.Count(), With = g.Count(a => a.TerritoryId != null) }).ToListAsync(Cancellation))
        .ConvertAll(g => (g.Key, g.All, g.With)));
}

public sealed class AuditBackfillOnSqlite(SqliteApp app) : AuditBackfillTests(app), IClassFixture<SqliteApp>;

public sealed class AuditBackfillOnPostgres(PostgresApp app) : AuditBackfillTests(app), IClassFixture<PostgresApp>;
