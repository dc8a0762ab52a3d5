using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Data;

/// <summary>Decision 11: nobody changes or removes an audit row through the app, by whatever way; it can only fall silent.</summary>
public abstract class AuditGuardTests(CcriApp app) : BothDatabases(app)
{
    private const string Never = "Audit rows are never changed and never removed.";

    [Fact]
    public async Task Neither_a_bulk_update_nor_a_bulk_removal_passes()
    {
        await RefusedAsync(db => db.AuditRows.ExecuteUpdateAsync(set => set.SetProperty(a => a.Changes, "{}"), Cancellation));
        await RefusedAsync(db => db.AuditRows.ExecuteUpdateAsync(set => set.SetProperty(a => a.PersonId, Guid.CreateVersion7()), Cancellation));
        await RefusedAsync(db => db.AuditRows.Where(a => a.Noun == nameof(Territory)).ExecuteDeleteAsync(Cancellation));
    }

    [Fact]
    public async Task Raw_SQL_is_refused_as_well()
    {
        await RefusedAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM \"AuditRows\"", Cancellation));
        await RefusedAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE \"AuditRows\" SET \"Noun\" = 'Nothing'", Cancellation));
        await RefusedAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE \"AuditRows\" SET \"Changes\" = '{{\"Redacted\":[\"changed\"],\"Name\":[\"changed\"]}}'", Cancellation));
        foreach (var other in Others)
            await RefusedAsync(db => db.Database.ExecuteSqlRawAsync(other, Cancellation));
    }

    /// <summary>Ways that only one of the databases knows.</summary>
    protected abstract string[] Others { get; }

    [Fact]
    public async Task A_row_may_fall_silent_and_then_says_nothing_ever_again()
    {
        var id = await NewRowAsync();
        (await App.WithDatabaseAsync(db => db.AuditRows.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Changes, AuditRow.Silence), Cancellation))).ShouldBe(1);
        (await App.WithDatabaseAsync(db => db.AuditRows.SingleAsync(a => a.Id == id, Cancellation))).Changes.ShouldBe("{\"Redacted\":[\"changed\"]}");

        await RefusedAsync(db => db.AuditRows.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Changes, "{}"), Cancellation));
    }

    /// <summary>Also tells when a later migration builds the table anew, or adds a column, without minding the guard.</summary>
    [Fact]
    public async Task Falling_silent_changes_no_other_column()
    {
        var id = await NewRowAsync();
        var columns = await App.WithDatabaseAsync(db => Task.FromResult(db.Model.FindEntityType(typeof(AuditRow))!.GetProperties().Select(p => p.GetColumnName()).ToList()));
        columns.Count.ShouldBeGreaterThan(8);

        foreach (var column in columns.Where(c => c != nameof(AuditRow.Changes)))
        {
            var value = column.EndsWith("Id", StringComparison.Ordinal) ? "(SELECT \"Id\" FROM \"Tiers\" LIMIT 1)" : column == "At" ? "'2020-01-01 00:00:00+00'" : "'Somebody else'";
            var statement = string.Concat("UPDATE \"AuditRows\" SET \"Changes\" = '{{\"Redacted\":[\"changed\"]}}', \"", column, "\" = ", value, " WHERE \"Id\" = {0}");
            await RefusedAsync(db => db.Database.ExecuteSqlRawAsync(statement, [id], Cancellation));
        }
        (await App.WithDatabaseAsync(db => db.AuditRows.SingleAsync(a => a.Id == id, Cancellation))).Changes.ShouldNotContain("Redacted");
    }

    [Fact]
    public async Task A_row_that_is_refused_takes_its_whole_save_with_it()
    {
        var before = await App.WithDatabaseAsync(db => db.AuditRows.CountAsync(Cancellation));
        await RefusedAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
            await db.AuditRows.ExecuteUpdateAsync(set => set.SetProperty(a => a.Changes, AuditRow.Silence), Cancellation);
            var rows = await db.AuditRows.ExecuteDeleteAsync(Cancellation);
            await transaction.CommitAsync(Cancellation);
            return rows;
        });
        (await App.WithDatabaseAsync(db => db.AuditRows.CountAsync(Cancellation))).ShouldBe(before);
        (await App.WithDatabaseAsync(db => db.AuditRows.CountAsync(a => a.Changes == AuditRow.Silence && a.Noun == nameof(Territory), Cancellation))).ShouldBeLessThan(3);
    }

    [Fact]
    public async Task A_row_knows_the_territory_whose_history_it_is()
    {
        var rows = await App.WithDatabaseAsync(db => db.AuditRows.Where(a => a.TerritoryId != null).ToListAsync(Cancellation));

        rows.Select(r => r.Noun).Distinct().ShouldBeSubsetOf(["Territory", "Participation", "OrganisationRole", "GroupMembership", "NetworkMembership", "RoleAssignment", "FactNote", "LoggedContact", "ClusterMember",
            "Plan", "Solution", "Strand", "PhaseEntry", "StateChange"]);
        rows.Count(r => r.Noun == "Territory").ShouldBeGreaterThanOrEqualTo(37);
        rows.Where(r => r.Noun == "Territory").ShouldAllBe(r => r.TerritoryId == r.SubjectId);
        rows.ShouldContain(r => r.Noun == "OrganisationRole");
    }

    private Task<Guid> NewRowAsync() => App.WithDatabaseAsync(async db =>
    {
        var territory = new Territory($"guarded-{Guid.NewGuid():N}", $"Guarded {Guid.NewGuid():N}");
        db.Territories.Add(territory);
        await db.SaveChangesAsync(Cancellation);
        return await db.AuditRows.Where(a => a.SubjectId == territory.Id).Select(a => a.Id).SingleAsync(Cancellation);
    });

    protected async Task RefusedAsync(Func<CcriDbContext, Task<int>> attempt)
    {
        var refused = await Should.ThrowAsync<Exception>(() => App.WithDatabaseAsync(attempt));
        refused.Message.ShouldContain(Never);
    }
}

public sealed class AuditGuardOnSqlite(SqliteApp app) : AuditGuardTests(app), IClassFixture<SqliteApp>
{
    protected override string[] Others =>
    [
        "INSERT OR REPLACE INTO \"AuditRows\" SELECT * FROM \"AuditRows\" LIMIT 1",
        "INSERT OR REPLACE INTO \"AuditRows\" (rowid, \"Id\", \"At\", \"Door\", \"Noun\", \"SubjectId\", \"Action\", \"Changes\") SELECT rowid, 'new', \"At\", \"Door\", \"Noun\", \"SubjectId\", \"Action\", '{{}}' FROM \"AuditRows\" LIMIT 1",
        "UPDATE OR REPLACE \"AuditRows\" SET \"Id\" = (SELECT \"Id\" FROM \"AuditRows\" LIMIT 1)",
    ];
}

public sealed class AuditGuardOnPostgres(PostgresApp app) : AuditGuardTests(app), IClassFixture<PostgresApp>
{
    protected override string[] Others =>
    [
        "TRUNCATE \"AuditRows\"",
        "INSERT INTO \"AuditRows\" SELECT * FROM \"AuditRows\" LIMIT 1 ON CONFLICT (\"Id\") DO UPDATE SET \"Changes\" = '{{}}'",
    ];
}
