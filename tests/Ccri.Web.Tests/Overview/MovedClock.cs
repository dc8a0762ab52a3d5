using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Overview;

/// <summary>A clock that a test sets; it runs on from there not at all.</summary>
public sealed class MovedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => Now;
}

public sealed class MovedSqliteApp : SqliteApp, IMovedApp
{
    public MovedClock Clock { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}

public sealed class MovedPostgresApp : PostgresApp, IMovedApp
{
    public MovedClock Clock { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}

public interface IMovedApp
{
    MovedClock Clock { get; }
}
