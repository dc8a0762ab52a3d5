using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;
using Ccri.Web.Features.Statuses;
using Ccri.Web.Tests.Plans;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Statuses;

/// <summary>What tests about statuses need again and again.</summary>
internal static class StatusSamples
{
    public const string Reason = "The signature is promised for Friday.";

    public static Task<GetStatus.Answer> StatusAsync(this CcriApp app, StatusKind kind, Guid id) => app.SendAsync(new GetStatus.Query(kind, id));

    /// <summary>As a person does who has seen the page.</summary>
    public static async Task GiveAsync(this CcriApp app, StatusKind kind, Guid id, Rag given, string reason = Reason) =>
        await app.SendByAsync(new GiveStatus.Command { Kind = kind, Id = id, Given = given, Reason = reason, Seen = (await app.StatusAsync(kind, id)).Given?.AcceptanceId });

    public static Task<Guid> SolutionIdAsync(this CcriApp app, string code) => app.WithDatabaseAsync(db => db.Solutions.Where(s => s.Code == code).Select(s => s.Id).SingleAsync(TestContext.Current.CancellationToken));

    public static Task<Guid> PlanIdAsync(this CcriApp app, string code) => app.WithDatabaseAsync(db => db.Plans.Where(p => p.Code == code).Select(p => p.Id).SingleAsync(TestContext.Current.CancellationToken));
}

/// <summary>A clock that a test moves forward.</summary>
public sealed class MovedClock : TimeProvider
{
    public TimeSpan By { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + By;
}

/// <summary>An application whose clock can be moved.</summary>
public interface IMovedClock
{
    MovedClock Clock { get; }
}

public sealed class ClockedSqliteApp : SqliteApp, IMovedClock
{
    public MovedClock Clock { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}

/// <inheritdoc cref="ClockedSqliteApp"/>
public sealed class ClockedPostgresApp : PostgresApp, IMovedClock
{
    public MovedClock Clock { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}
