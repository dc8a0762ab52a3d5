using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Reports;

/// <summary>Somebody who exists, with a role: what is kept names who did it.</summary>
internal sealed record Actor(CcriApp App, Guid Id, string Name, ScopedRole Role)
{
    public async Task<T> SendAsync<T>(IRequest<T> message)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(Id, Name, [Role]);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message, TestContext.Current.CancellationToken);
    }
}

/// <summary>What tests about the cycle need again and again.</summary>
internal static class ReportSamples
{
    /// <summary>Long enough, for freezing with places that are kept for Fellows.</summary>
    public const string Reason = "Seven Fellows are not named yet by the Commission.";

    private static int _periods;

    public static Task<Actor> ActorAsync(this CcriApp app, Role role, Guid? territory = null, string? name = null) => app.WithDatabaseAsync(async db =>
    {
        var person = db.Persons.Add(new Person(name ?? $"Test {role}", $"{Guid.NewGuid():N}@example.org", DateTime.UnixEpoch)).Entity;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return new Actor(app, person.Id, person.Name, new ScopedRole(role, territory, null));
    });

    public static Task<Guid> IdOfAsync(this CcriApp app, string slug) => app.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == slug).Select(t => t.Id).SingleAsync());

    /// <summary>A period of the last days that is open, with its cut-off ahead.</summary>
    public static async Task<string> PeriodAsync(this CcriApp app, int daysToCutOff = 10)
    {
        var code = $"P-{Interlocked.Increment(ref _periods)}-{Guid.NewGuid():N}"[..20];
        var today = app.Services.GetRequiredService<ProgrammeCalendar>().Today;
        await (await app.ActorAsync(Role.Coordinator)).SendAsync(new OpenPeriod.Command(code, "The last days", today.AddDays(-30), today, today.AddDays(-7), today.AddDays(daysToCutOff), today.AddDays(daysToCutOff + 10)));
        return code;
    }

    public static Task<GetTerritoryReport.Answer> ReportAsync(this CcriApp app, string code, string slug) => app.SendAsync(new GetTerritoryReport.Query(code, slug));

    public static async Task SubmitAsync(this Actor actor, string code, string slug, string summary = "Much was done.")
    {
        await actor.SendAsync(new WriteReport.Command(code, slug, summary, "More of it."));
        await actor.SendAsync(new SubmitReport.Command(code, slug));
    }

    public static Task<List<Snapshot>> SnapshotsAsync(this CcriApp app, string code, Guid? territory) => app.WithDatabaseAsync(db =>
        db.Snapshots.AsNoTracking().Where(s => s.TerritoryId == territory && db.ReportingPeriods.Any(p => p.Id == s.PeriodId && p.Code == code)).OrderBy(s => s.Number).ToListAsync());
}
