using System.Security.Cryptography;
using System.Text.Json;
using Ccri.Web.Cli;
using Ccri.Web.Tests.Reports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Cli;

/// <summary>The reports of a period, and whether a file is one of them, each as processes that a person starts.</summary>
public sealed class PeriodReportVerbTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_processes_in_two_folders_languages_and_time_zones_make_the_same_bytes_and_each_knows_the_others_files()
    {
        await app.FreezeAsync("2026-Q3", "Δυτική Μακεδονία, 1 234,5 t.", FrozenSamples.Three, leased: DateTime.UnixEpoch.AddYears(200));
        await using var here = await Desk.WithCopyOfAsync(app);
        await using var there = await Desk.WithCopyOfAsync(app);
        var elsewhere = Directory.CreateDirectory(Path.Combine(there.Folder, "reports elsewhere"));
        OwnReportsApp.Copy(elsewhere.FullName);

        var first = await here.RunAsync([], "report", "quarter", "--period", "2026-Q3", "--out", "out");
        var second = await there.RunAsync(new() { ["LANG"] = "de_DE.UTF-8", ["LC_ALL"] = "de_DE.UTF-8", ["TZ"] = "Asia/Tokyo", ["Rendering__Folder"] = elsewhere.FullName }, "report", "quarter", "--period", "2026-Q3", "--out", "out");

        (first.ExitCode, second.ExitCode).ShouldBe((Exit.Done, Exit.Done), first.Errors + second.Errors);
        first.Output.Trim().ShouldBe($"4 files in {Path.Combine(here.Folder, "out")}");
        var made = here.Hashes();
        made.Keys.ShouldBe(["2026-Q3-r1-asker-progress.pdf", "2026-Q3-r1-quarter.pdf", "2026-Q3-r1-sofia-progress.pdf", "2026-Q3-r1-uppsala-progress.pdf"]);
        there.Hashes().ShouldBe(made);

        var file = Path.Combine(there.Folder, "out", "2026-Q3-r1-asker-progress.pdf");
        var verified = await here.RunAsync([], "verify", file);
        (verified.ExitCode, verified.Errors).ShouldBe((Exit.Done, ""));
        verified.Output.ShouldStartWith("Issued on 20 Oct 2026 as 2026-Q3-r1-asker-progress.pdf, revision 1: Asker, 2026-Q3. It is identical");

        await File.AppendAllTextAsync(file, " ", Cancellation);
        var changed = await here.RunAsync([], "verify", file, "--json");
        changed.ExitCode.ShouldBe(Exit.Refused);
        var answer = JsonDocument.Parse(changed.Output).RootElement;
        (answer.GetProperty("outcome").GetString(), answer.GetProperty("file").GetProperty("name").GetString()).ShouldBe(("changed", "2026-Q3-r1-asker-progress.pdf"));
        await File.WriteAllTextAsync(file, "no report", Cancellation);
        var foreign = await here.RunAsync([], "verify", file);
        (foreign.ExitCode, foreign.Output.Trim()).ShouldBe((Exit.Refused, "This file was not issued by this system."));

        var one = await here.RunAsync([], "report", "progress", "--period", "2026-Q3", "--territory", "sofia", "--revision", "1", "--out", "one");
        (one.ExitCode, one.Output.Trim()).ShouldBe((Exit.Done, $"1 file in {Path.Combine(here.Folder, "one")}"), one.Errors);
        foreach (var (arguments, sentence) in new[]
        {
            (new[] { "--period", "2099-Q1" }, "Period “2099-Q1” does not exist."),
            (["--period", "2026-Q3", "--revision", "7"], "Revision “7” does not exist."),
            (["--period", "2026-Q3", "--territory", "atlantis"], "Nothing of that kind was issued for “atlantis” in 2026-Q3, revision 1."),
        })
        {
            var refused = await here.RunAsync([], ["report", "progress", .. arguments, "--out", "none"]);
            refused.ExitCode.ShouldBe(Exit.Refused);
            refused.Errors.ShouldContain(sentence);
        }
        Directory.Exists(Path.Combine(here.Folder, "none")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_cannot_be_made_is_told_by_file_and_the_process_fails()
    {
        await app.FreezeAsync("2026-Q2", "No typesetter", ["asker"], leased: DateTime.UnixEpoch.AddYears(200));
        await using var here = await Desk.WithCopyOfAsync(app);

        var run = await here.RunAsync(new() { ["Rendering__NodePath"] = "/nowhere/node" }, "report", "quarter", "--period", "2026-Q2", "--out", "out");

        run.ExitCode.ShouldBe(Exit.Refused);
        run.Errors.ShouldContain("2026-Q2-r1-asker-progress.pdf: Node.js could not be started");
        run.Output.Trim().ShouldStartWith("0 files in ");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused_and_no_file_is_wrong_use()
    {
        await using var here = await Desk.WithCopyOfAsync(app);
        (await here.RunAsync([], "verify", "nowhere.pdf")).Errors.Trim().ShouldBe($"There is no file {Path.Combine(here.Folder, "nowhere.pdf")}.");
        (await here.RunAsync([], "verify")).ExitCode.ShouldBe(Exit.WrongUse);
        (await here.RunAsync([], "report", "quarter")).ExitCode.ShouldBe(Exit.WrongUse);
    }

    /// <summary>A copy of a database on which nobody works, and a folder of its own.</summary>
    private sealed class Desk : IAsyncDisposable
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("ccri-desk-").FullName;

        private string ConnectionString => $"Data Source={Path.Combine(Folder, "copy.db")}";

        public static async Task<Desk> WithCopyOfAsync(CcriApp app)
        {
            var desk = new Desk();
            await using var source = new SqliteConnection(await app.WithDatabaseAsync(db => Task.FromResult(db.Database.GetConnectionString())));
            await using var target = new SqliteConnection($"{desk.ConnectionString};Pooling=False");
            await source.OpenAsync(Cancellation);
            await target.OpenAsync(Cancellation);
            source.BackupDatabase(target);
            await using var free = target.CreateCommand();
            free.CommandText = "UPDATE ReportRuns SET Lease = NULL, LeaseUntil = NULL";
            await free.ExecuteNonQueryAsync(Cancellation);
            return desk;
        }

        public Task<CcriProcess.Run> RunAsync(Dictionary<string, string?> settings, params string[] arguments) =>
            CcriProcess.RunAsync(arguments, new Dictionary<string, string?>(settings) { ["Database__ConnectionString"] = ConnectionString }, Folder);

        public SortedDictionary<string, string> Hashes() => new(Directory.GetFiles(Path.Combine(Folder, "out")).ToDictionary(
            f => Path.GetFileName(f), f => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f)))), StringComparer.Ordinal);

        public ValueTask DisposeAsync()
        {
            if (Path.Combine(Folder, "reports elsewhere", "node_modules") is var link && Directory.Exists(link))
                Directory.Delete(link);
            Directory.Delete(Folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
