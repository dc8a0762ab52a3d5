using System.Diagnostics;
using System.Globalization;
using Ccri.Benchmarks;
using Ccri.Domain.Territories;
using Ccri.Web;
using Ccri.Web.Cli;
using Ccri.Web.Data;
using Ccri.Web.Features.Overview;
using Ccri.Web.Features.Plans;
using Ccri.Web.Features.Territories;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

// How long use cases take, as ratios to reading one row in the same run: seconds differ from machine to machine, ratios hardly do.
var file = Path.Combine(Path.GetTempPath(), $"ccri-bench-{Guid.NewGuid():N}.db");
Environment.SetEnvironmentVariable("Database__ConnectionString", $"Data Source={file}");
var builder = Application.CreateBuilder([]);
builder.Logging.ClearProviders();
await using var app = builder.AddCcri().Build();

await InScope(async services =>
{
    await MigrateVerb.ApplyAsync(services, default);
    return await LoadVerb.LoadAsync(services.GetRequiredService<IMediator>(), LoadVerb.OfHome(services), default);
});

var oneRow = await Time(async services => await services.GetRequiredService<CcriDbContext>().Territories.Where(t => t.Slug == "asker").Select(t => t.Name).SingleAsync());
Console.WriteLine($"{"one row by its index",-44}{oneRow.TotalMicroseconds,9:N0} µs   1.0");
await Compare("one territory with all its facts", mediator => mediator.Send(new GetTerritory.Query("helsinki-uusimaa")));
await Compare("one territory sheet, worded", mediator => mediator.Send(new GetTerritorySheet.Query("helsinki-uusimaa")));
await Compare("territories, first page of 37", mediator => mediator.Send(new ListTerritories.Query()));
await Compare("overview of 37, without live work", mediator => mediator.Send(new GetOverview.Query()));
var (few, many) = (new Dictionary<string, TimeSpan>(), new Dictionary<string, TimeSpan>());
foreach (var (territories, took) in new[] { (37, few), (200, many) })
{
    await InScope(services => CohortOfABenchmark.FillAsync(services.GetRequiredService<CcriDbContext>(), territories, services.GetRequiredService<ProgrammeCalendar>().Today));
    took["overview"] = await Compare($"overview of {territories}", mediator => mediator.Send(new GetOverview.Query()));
    took["heat-map"] = await Compare($"heat-map of {territories}", mediator => mediator.Send(new GetHeatMap.Query()));
    var period = territories == 37 ? "2026-Q1" : "2026-Q2";
    await InScope(services => ReportsOfABenchmark.FreezeAsync(services, period));
    await InScope(services => ReportsOfABenchmark.PrintAsync(services, period, territories));
    took["territories with status"] = await Compare($"territories with status, {territories}", mediator => mediator.Send(new ListTerritories.Query()));
}
foreach (var (what, took) in many)
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what + ", 200 as a multiple of 37",-57}{took / few[what],6:N1}"));
await InScope(async services =>
{
    var db = services.GetRequiredService<CcriDbContext>();
    db.Territories.AddRange(Enumerable.Range(0, 2_000).Select(i => new Territory($"bench-{i}", $"Territory of the benchmark {i}")));
    return await db.SaveChangesAsync();
});
await Compare("territories, first page of 2,200", mediator => mediator.Send(new ListTerritories.Query()));
await Compare("territories, search in 2,200", mediator => mediator.Send(new ListTerritories.Query(Q: "MÖRE og")));
await Compare("overview of 2,200, 200 with live work", mediator => mediator.Send(new GetOverview.Query()));
foreach (var (solutions, actions) in ((int, int)[])[(2, 30), (20, 300)])
{
    var code = await InScope(services => PlanOfABenchmark.MakeAsync(services.GetRequiredService<CcriDbContext>(), services.GetRequiredService<IMediator>(), solutions, actions));
    await Compare($"plan page, {actions} actions, {solutions} solutions", mediator => PlanOfABenchmark.PageAsync(mediator, code));
    await Compare($"comparison with now, {actions} actions", mediator => mediator.Send(new ComparePlan.Query(code)));
}
foreach (var (name, territories) in ((string, int)[])[("warm", 1), ("remind", 200)]) // the first warms up
{
    var due = await InScope(services => RemindersOfABenchmark.FillAsync(services, name, territories));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reminders: {due:N0} milestones of {Plural.Of(territories, "territory", "territories")} are due today"));
    await InScope(RemindersOfABenchmark.PlanAsync);
    await InScope(RemindersOfABenchmark.PlanAsync);
}
foreach (var left in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*"))
    File.Delete(left);

async Task<TimeSpan> Compare<T>(string what, Func<IMediator, Task<T>> work)
{
    var took = await Time(services => work(services.GetRequiredService<IMediator>()));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-44}{took.TotalMicroseconds,9:N0} µs{took / oneRow,6:N1}"));
    return took;
}

// The median of fifty, after ten to warm up; each in a scope of its own, as a request is.
async Task<TimeSpan> Time<T>(Func<IServiceProvider, Task<T>> work)
{
    var times = new List<TimeSpan>();
    for (var i = 0; i < 60; i++)
    {
        var start = Stopwatch.GetTimestamp();
        await InScope(work);
        times.Add(Stopwatch.GetElapsedTime(start));
    }
    return times.Skip(10).Order().ElementAt(25);
}

async Task<T> InScope<T>(Func<IServiceProvider, Task<T>> work)
{
    await using var scope = app.Services.CreateAsyncScope();
    scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsCommandLine();
    return await work(scope.ServiceProvider);
}
