using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests;

/// <summary>A clock that a test moves; it runs on from there.</summary>
public sealed class MovedClock : TimeProvider
{
    /// <summary>How far it is ahead.</summary>
    public TimeSpan By { get; set; }

    public DateTimeOffset Now { set => By = value - System.GetUtcNow(); }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + By;
}

/// <summary>An application whose clock can be moved.</summary>
public interface IMovedApp
{
    MovedClock Clock { get; }
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
