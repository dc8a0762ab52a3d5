using System.Security.Cryptography;
using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports;
using Ccri.Web.Tests.Plans;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reports;

public abstract class IssuingTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Every_file_of_a_frozen_revision_is_made_and_kept_with_what_it_takes_to_check_it()
    {
        await App.FrozenAsync();

        var files = await App.FilesAsync("2026-Q3");
        files.Select(f => f.Name).ShouldBe(["2026-Q3-r1-asker-progress.pdf", "2026-Q3-r1-quarter.pdf", "2026-Q3-r1-sofia-progress.pdf", "2026-Q3-r1-uppsala-progress.pdf"]);
        foreach (var file in files)
        {
            (file.State, file.Problem, file.Attempts).ShouldBe((FileState.Made, null, 1));
            file.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(file.Pdf!)));
            (file.Size, file.Pages > 0, file.Report!.Length > 0, file.Fingerprint!.Length).ShouldBe((file.Pdf!.Length, true, true, 64));
        }
        (await App.SendAsSystemAsync(new MakeReports.Command("2026-Q3"))).ShouldBe(0);
    }

    [Fact]
    public async Task A_later_edit_of_the_territory_and_a_later_period_change_no_byte()
    {
        await App.FrozenAsync("2025-Q1");
        var before = await App.FilesAsync("2025-Q1");
        await App.WithDatabaseAsync(async db =>
        {
            var territory = await db.Territories.SingleAsync(t => t.Slug == "asker");
            db.Entry(territory).Property(t => t.Name).CurrentValue = "Somewhere else";
            return await db.SaveChangesAsync();
        });
        await App.FrozenAsync("2025-Q2", "Another quarter.");
        await App.MakeAsync("2025-Q1");

        (await App.FilesAsync("2025-Q1")).Select(f => (f.Name, f.Sha256)).ShouldBe(before.Select(f => (f.Name, f.Sha256)));
    }

    [Fact]
    public async Task Whoever_holds_the_lease_is_left_alone_and_a_lease_that_ran_out_is_taken_over()
    {
        await App.FreezeAsync("2025-Q3", "Held", ["asker"], leased: DateTime.UnixEpoch.AddYears(200));
        (await App.SendAsSystemAsync(new MakeReports.Command("2025-Q3"))).ShouldBe(0);
        (await App.FilesAsync("2025-Q3")).ShouldAllBe(f => f.State == FileState.Waiting);

        await App.WithDatabaseAsync(db => db.ReportRuns.Where(r => r.FinishedAt == null && r.Lease != null).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, DateTime.UnixEpoch)));
        await App.MakeAsync("2025-Q3");
        (await App.FilesAsync("2025-Q3")).ShouldAllBe(f => f.State == FileState.Made);
    }

    [Fact]
    public async Task A_snapshot_that_cannot_be_read_fails_its_own_file_with_a_sentence()
    {
        await App.FreezeAsync("2025-Q4", "Broken", FrozenSamples.Three, leased: DateTime.UnixEpoch.AddYears(200));
        await App.WithDatabaseAsync(async db =>
        {
            var id = await db.SealedSnapshots.Where(s => db.Territories.Any(t => t.Id == s.TerritoryId && t.Slug == "sofia") && db.ReportingPeriods.Any(p => p.Id == s.PeriodId && p.Code == "2025-Q4")).Select(s => s.SnapshotId).SingleAsync();
            await db.Snapshots.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Content, "{}"u8.ToArray()));
            return await db.ReportRuns.Where(r => r.FinishedAt == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, DateTime.UnixEpoch));
        });
        await App.MakeAsync("2025-Q4");

        var files = await App.FilesAsync("2025-Q4");
        files.Where(f => f.State == FileState.Failed).Select(f => f.Name).ShouldBe(["2025-Q4-r1-sofia-progress.pdf"]);
        files.Single(f => f.State == FileState.Failed).Problem!.ShouldStartWith("The report could not be put together: ");
        files.Where(f => f.State != FileState.Failed).ShouldAllBe(f => f.State == FileState.Made);
    }
}

public sealed class IssuingOnSqlite(SqliteApp app) : IssuingTests(app), IClassFixture<SqliteApp>;

public sealed class IssuingOnPostgres(PostgresApp app) : IssuingTests(app), IClassFixture<PostgresApp>;

/// <summary>A folder of reports of its own: the tests break it, or change a template.</summary>
public sealed class OwnReportsApp : SqliteApp
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("ccri-reports-").FullName;

    public static void Copy(string target)
    {
        var source = Rendering.Tools.Reports;
        foreach (var file in Directory.GetFiles(source, "*.mjs").Append(Path.Combine(source, "package.json")))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        Directory.CreateDirectory(Path.Combine(target, "templates"));
        foreach (var file in Directory.GetFiles(Path.Combine(source, "templates")))
            File.Copy(file, Path.Combine(target, "templates", Path.GetFileName(file)), overwrite: true);
        Directory.CreateSymbolicLink(Path.Combine(target, "node_modules"), Path.Combine(source, "node_modules"));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Copy(Folder);
        base.ConfigureWebHost(builder);
        builder.UseSetting("Rendering:Folder", Folder);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Path.Combine(Folder, "node_modules"));
        Directory.Delete(Folder, recursive: true);
    }
}

public sealed class BrokenRendererTests(OwnReportsApp app) : IClassFixture<OwnReportsApp>
{
    [Fact]
    public async Task A_typesetter_that_is_killed_in_mid_job_fails_that_file_and_a_person_has_it_tried_again()
    {
        _ = app.Services; // the folder is copied when the application starts
        var script = Path.Combine(app.Folder, "render.mjs");
        var sound = await File.ReadAllTextAsync(script, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(script, sound.Replace("const { meta } = JSON.parse(report);", "const { meta } = JSON.parse(report); if (meta.territory === 'Sofia') process.kill(process.pid, 'SIGKILL');"), TestContext.Current.CancellationToken);
        await app.FrozenAsync();

        var files = await app.FilesAsync("2026-Q3");
        files.Count(f => f.State == FileState.Made).ShouldBe(3);
        var failed = files.Single(f => f.State == FileState.Failed);
        (failed.Name, failed.Attempts).ShouldBe(("2026-Q3-r1-sofia-progress.pdf", IssuedFile.MostAttempts));
        failed.Problem!.ShouldStartWith("The typesetter stopped while it made this report");

        using var officer = await app.SignedInAsync(Domain.Accounts.Role.Officer);
        var page = await officer.PageAsync("/reports/2026-Q3/files");
        page.ShouldContain("1 of 4 could not be made.");
        page.ShouldContain("The typesetter stopped while it made this report");
        using var lead = await app.SignedInAsync(Domain.Accounts.Role.Lead);
        (await lead.PageAsync("/reports/2026-Q3/files")).ShouldNotContain("Try again");

        await File.WriteAllTextAsync(script, sound, TestContext.Current.CancellationToken);
        using var again = await officer.PostBarAsync(page, "/reports/2026-Q3/files?handler=TryAgain", ("Input.Revision", "1"));
        (await again.TextAsync()).ShouldContain("1 file will be tried again.");
        await app.MakeAsync("2026-Q3");
        (await app.FilesAsync("2026-Q3")).ShouldAllBe(f => f.State == FileState.Made);
    }
}
