using AutoMapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Architecture;

public abstract class ModelTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task No_migration_is_missing()
    {
        (await App.WithDatabaseAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse("Run scripts/add-migration NAME.");
        (await App.WithDatabaseAsync(db => db.Database.GetPendingMigrationsAsync(Cancellation))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_entity_has_a_version_that_guards_it()
    {
        var entities = await App.WithDatabaseAsync(db => Task.FromResult(db.Model.GetEntityTypes().Where(e => e.ClrType.IsSubclassOf(typeof(Domain.Entity))).ToList()));
        entities.Count.ShouldBeGreaterThan(10);

        entities.Where(e => e.FindProperty(nameof(Domain.Entity.Version)) is not { IsConcurrencyToken: true }).ShouldBeEmpty();
    }

    [Fact]
    public void Every_mapping_is_complete() => App.Services.GetRequiredService<IMapper>().ConfigurationProvider.AssertConfigurationIsValid();
}

public sealed class ModelOnSqlite(SqliteApp app) : ModelTests(app), IClassFixture<SqliteApp>;

public sealed class ModelOnPostgres(PostgresApp app) : ModelTests(app), IClassFixture<PostgresApp>;
