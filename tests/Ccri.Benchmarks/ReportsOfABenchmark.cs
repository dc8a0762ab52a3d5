using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ccri.Domain.Indicators;
using Ccri.Domain.Plans;
using Ccri.Domain.Reports;
using Ccri.Web;
using Ccri.Web.Data;
using Ccri.Web.Features.Reports;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Benchmarks;

/// <summary>What a frozen quarter costs: the whole command as a cold process, a document in the warm renderer against the typesetter alone on the same blocks, and the memory of the renderer over the batch.</summary>
internal static class ReportsOfABenchmark
{
    private const int WarmUp = 5;

    /// <summary>Writes what a freezing writes; the files wait.</summary>
    public static async Task<int> FreezeAsync(IServiceProvider services, string code)
    {
        var db = services.GetRequiredService<CcriDbContext>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var today = services.GetRequiredService<ProgrammeCalendar>().Today;
        var (_, name, days) = ReportingPeriod.QuarterOf(new DateOnly(int.Parse(code[..4], CultureInfo.InvariantCulture), (code[^1] - '0') * 3, 1));
        var period = new ReportingPeriod(code, name, days);
        period.Open(days.To, days.To, days.To, null, now);
        period.Freeze(0, null, isWhole: true, null, today, now);
        db.ReportingPeriods.Add(period);
        var head = new SnapshotPeriod(code, name, days.From, days.To);
        var lines = new List<QuarterLine>();
        foreach (var facts in await services.GetRequiredService<SnapshotReader>().ReadAsync(db.Territories, head, SnapshotCause.Submitted, default))
        {
            var (id, slug) = (facts.Territory.Id, facts.Territory.Slug);
            var snapshot = new Snapshot(period.Id, id, 1, SnapshotCause.Submitted, TerritorySnapshot.Version, CanonicalJson.Of(facts), now);
            db.AddRange(snapshot, new SealedSnapshot(period.Id, 1, id, snapshot.Id, ReportState.Approved, SnapshotCause.Submitted));
            foreach (var kind in facts.Plans.Where(p => p.Status != PlanStatus.Expired).Select(p => p.Kind == PlanKind.Ceap ? ReportKind.Ceap : ReportKind.Ceip).Append(ReportKind.Progress).Distinct())
                db.IssuedFiles.Add(new IssuedFile(period.Id, 1, kind, id, snapshot.Id, IssuedFile.NameOf(code, 1, kind, slug)));
            lines.Add(QuarterLines.Of(facts, slug, snapshot.Sha256, ReportState.Approved, SnapshotCause.Submitted, null));
        }
        var whole = new Snapshot(period.Id, null, 1, SnapshotCause.Quarter, QuarterSnapshot.Version, CanonicalJson.Of(new QuarterSnapshot(QuarterSnapshot.Version, head, now, lines)), now);
        db.AddRange(whole, new IssuedFile(period.Id, 1, ReportKind.Quarter, null, whole.Id, IssuedFile.NameOf(code, 1, ReportKind.Quarter, null)), new ReportRun(period.Id, 1, now));
        return await db.SaveChangesAsync();
    }

    public static async Task<int> PrintAsync(IServiceProvider services, string code, int territories)
    {
        var folder = Directory.CreateTempSubdirectory("ccri-bench-reports-").FullName;
        var published = Path.Combine(services.GetRequiredService<Home>().Resolve("var/app"), "Ccri.Web.dll");
        var making = await ColdAsync(published, code, folder);
        var fetching = await ColdAsync(published, code, folder);
        var jobs = await JobsAsync(services.GetRequiredService<CcriDbContext>(), code, folder);
        var reports = services.GetRequiredService<Home>().Resolve("reports");
        var (own, memory) = await WarmAsync(jobs, Path.Combine(reports, "render.mjs"));
        var (bare, _) = await WarmAsync(jobs, Path.Combine(AppContext.BaseDirectory, "bare.mjs"), reports);
        Print($"report quarter, {territories} territories, {jobs.Count} files, cold", making.TotalSeconds, "s");
        Print("the same again, all made", fetching.TotalSeconds, "s");
        Print("the cold process as a multiple of bare Typst", making.TotalMilliseconds / bare.Sum(), "");
        Print("a document in the warm renderer / bare Typst", own.Skip(WarmUp).Sum() / bare.Skip(WarmUp).Sum(), "");
        Print($"memory of the renderer, last / {WarmUp}th", (double)memory[^1] / memory[Math.Min(WarmUp, memory.Count) - 1], $"  ({memory[^1] >> 20} MB)");
        Directory.Delete(folder, recursive: true);
        return jobs.Count;
    }

    private static void Print(string what, double value, string unit) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-57}{value,6:N2} {unit}"));

    private static async Task<TimeSpan> ColdAsync(string published, string code, string folder)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [published, "report", "quarter", "--period", code, "--out", Path.Combine(folder, "out")]) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>The largest first: what memory grows by after the first few is then kept from one report to the next.</summary>
    private static async Task<List<string>> JobsAsync(CcriDbContext db, string code, string folder)
    {
        var files = await (from f in db.IssuedFiles
                           where f.State == FileState.Made && db.ReportingPeriods.Any(p => p.Id == f.PeriodId && p.Code == code)
                           join s in db.Snapshots on f.SnapshotId equals s.Id
                           select new { f.Name, f.Report, s.Content }).ToListAsync();
        var jobs = new List<string>();
        foreach (var file in files.OrderByDescending(f => f.Report!.Length).ThenBy(f => f.Name, StringComparer.Ordinal))
        {
            var (report, snapshot) = (Path.Combine(folder, $"{file.Name}.report.json"), Path.Combine(folder, $"{file.Name}.snapshot.json"));
            await File.WriteAllBytesAsync(report, file.Report!);
            await File.WriteAllBytesAsync(snapshot, file.Content);
            jobs.Add(JsonSerializer.Serialize(new { id = file.Name, report, snapshot, output = Path.Combine(folder, "again.pdf") }));
        }
        return jobs;
    }

    /// <summary>Milliseconds and resident bytes after each, one process for all.</summary>
    private static async Task<(List<double> Milliseconds, List<long> Memory)> WarmAsync(IReadOnlyList<string> jobs, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var (milliseconds, memory) = (new List<double>(), new List<long>());
        foreach (var job in jobs)
        {
            await process.StandardInput.WriteLineAsync(job);
            await process.StandardInput.FlushAsync();
            milliseconds.Add(JsonDocument.Parse((await process.StandardOutput.ReadLineAsync())!).RootElement.GetProperty("ms").GetDouble());
            process.Refresh();
            memory.Add(process.WorkingSet64);
        }
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (milliseconds, memory);
    }
}
