using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests;

/// <summary>The real application on a real database of its own: a fresh copy of a migrated and loaded template for each test class.</summary>
public abstract class CcriApp(string provider) : WebApplicationFactory<Program>, IAsyncLifetime
{
    private string _connectionString = "";

    /// <summary>False where no PostgreSQL server was started.</summary>
    public bool IsThere => provider == nameof(DatabaseProvider.Sqlite) || TestDatabases.Postgres is not null;

    /// <summary>Where the mails of this application go.</summary>
    public string MailFolder { get; } = Directory.CreateTempSubdirectory("ccri-mail-").FullName;

    /// <summary>Overridden by a fixture that needs Production or a demonstration.</summary>
    protected virtual string EnvironmentName => "Development";

    protected virtual Contents Contents => Contents.Register;

    public async ValueTask InitializeAsync() => _connectionString = await TestDatabases.CopyAsync(provider, Contents);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        builder.UseSetting("Database:Provider", provider);
        builder.UseSetting("Database:ConnectionString", _connectionString);
        builder.UseSetting("Mail:PickupFolder", MailFolder);
        builder.UseSetting("Site:Address", "http://localhost");
        builder.UseSetting("Work:Reports", "false"); // a test that wants files makes them; a story in the browser waits for the worker's
        builder.UseSetting("Site:TriesPerMinute", "10000"); // tests come from one address, and quickly
        builder.ConfigureServices(services => services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1_000)); // hundreds sign in here; the real number has a test of its own
    }

    /// <summary>A scope in which a person with this role asks; with no role, nobody is signed in.</summary>
    public AsyncServiceScope ScopeAs(Role? role, Guid? territoryId = null, Guid? workingGroupId = null)
    {
        var scope = Services.CreateAsyncScope();
        if (role is { } given)
            scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(Guid.CreateVersion7(), $"Test {given}", [new ScopedRole(given, territoryId, workingGroupId)]);
        return scope;
    }

    public async Task<T> SendAsync<T>(IRequest<T> message, Role? role = Role.Coordinator, Guid? territoryId = null)
    {
        await using var scope = ScopeAs(role, territoryId);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends as the command line does: with every right.</summary>
    public async Task<T> SendAsSystemAsync<T>(IRequest<T> message)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsCommandLine();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message, TestContext.Current.CancellationToken);
    }

    /// <summary>Reads from, or prepares, the database directly; saved as the command line.</summary>
    public async Task<T> WithDatabaseAsync<T>(Func<CcriDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsCommandLine();
        return await work(scope.ServiceProvider.GetRequiredService<CcriDbContext>());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await TestDatabases.DropAsync(provider, _connectionString);
        Directory.Delete(MailFolder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

public class SqliteApp() : CcriApp(nameof(DatabaseProvider.Sqlite));

public class PostgresApp() : CcriApp(nameof(DatabaseProvider.Postgres));

/// <summary>A migrated database without a single row of the register.</summary>
public sealed class EmptySqliteApp : SqliteApp
{
    protected override Contents Contents => Contents.Schema;
}

/// <inheritdoc cref="EmptySqliteApp"/>
public sealed class EmptyPostgresApp : PostgresApp
{
    protected override Contents Contents => Contents.Schema;
}

/// <summary>Filled with the demonstration, for tests that look at it; those that ask how it is filled do so themselves.</summary>
public sealed class FilledSqliteApp : SqliteApp
{
    protected override Contents Contents => Contents.Demonstration;
}

/// <inheritdoc cref="FilledSqliteApp"/>
public sealed class FilledPostgresApp : PostgresApp
{
    protected override Contents Contents => Contents.Demonstration;
}

/// <summary>Tests that run on both databases: the class derived for PostgreSQL skips itself, with the reason, where no server is.</summary>
public abstract class BothDatabases
{
    protected BothDatabases(CcriApp app)
    {
        Assert.SkipUnless(app.IsThere, TestDatabases.NoPostgres);
        App = app;
    }

    protected CcriApp App { get; }

    /// <summary>In the programme's calendar, which late in the evening is a day ahead of UTC.</summary>
    protected DateOnly Today => App.Services.GetRequiredService<ProgrammeCalendar>().Today;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
