using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reports;

public abstract class PreviewTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Of_a_frozen_period_the_issued_blocks_are_shown_to_who_may_see_the_territory()
    {
        await App.FrozenAsync("2026-Q2", "Δυτική Μακεδονία & <b>Пловдив</b>");
        using var desk = await App.SignedInAsync(Role.Desk);
        using var own = await App.SignedInAsync(Role.Territory, "asker");

        foreach (var client in (HttpClient[])[desk, own])
        {
            var page = await client.PageAsync("/reports/2026-Q2/territories/asker/progress");
            page.ShouldContain("As it was issued, revision 1.");
            page.ShouldContain("Δυτική Μακεδονία &amp; &lt;b&gt;Пловдив&lt;/b&gt;");
            (await client.GetByteArrayAsync(new Uri("/reports/2026-Q2/territories/asker/progress.pdf", UriKind.Relative), Cancellation)).ShouldBe((await App.FilesAsync("2026-Q2")).Single(f => f.Name.Contains("asker")).Pdf);
            (await client.StatusAsync("/reports/2026-Q2/territories/asker/ceap")).ShouldBe(HttpStatusCode.NotFound);
            (await client.StatusAsync("/reports/2026-Q2/territories/asker/nonsense")).ShouldBe(HttpStatusCode.NotFound);
        }
        foreach (var address in (string[])["/reports/2026-Q2/territories/sofia/progress", "/reports/2026-Q2/territories/sofia/progress.pdf", "/reports/2026-Q2/overview", "/reports/2026-Q2/overview.pdf"])
        {
            (await own.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
            (await desk.StatusAsync(address)).ShouldBe(HttpStatusCode.OK, address);
        }
    }

    [Fact]
    public async Task What_was_submitted_in_an_open_period_is_a_draft_for_who_sees_live_work_and_nothing_for_the_desk()
    {
        await SubmitAsync("2026-Q4");
        using var officer = await App.SignedInAsync(Role.Officer);
        using var own = await App.SignedInAsync(Role.Territory, "asker");
        using var other = await App.SignedInAsync(Role.Territory, "sofia");
        using var desk = await App.SignedInAsync(Role.Desk);

        (await officer.PageAsync("/reports/2026-Q4/territories/asker/progress")).ShouldContain("It is not issued and cannot be verified.");
        (await own.PageAsync("/reports/2026-Q4/territories/asker/progress")).ShouldContain("What was submitted.");
        (await officer.PageAsync("/reports/2026-Q4/overview")).ShouldContain("Everything goes as planned.");
        foreach (var address in (string[])["/reports/2026-Q4/territories/asker/progress", "/reports/2026-Q4/territories/asker/progress.pdf", "/reports/2026-Q4/overview", "/reports/2026-Q4/overview.pdf"])
            (await desk.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
        (await other.StatusAsync("/reports/2026-Q4/territories/asker/progress.pdf")).ShouldBe(HttpStatusCode.Forbidden);
        (await officer.StatusAsync("/reports/2026-Q4/territories/uppsala/progress")).ShouldBe(HttpStatusCode.NotFound); // does not report on the period
        (await desk.PageAsync("/reports/2026-Q4/files")).ShouldContain("Nothing was issued yet");
    }

    [Fact]
    public async Task The_pdf_of_a_draft_says_so_and_is_never_taken_for_an_issued_one_even_when_its_facts_are_sealed_later()
    {
        await SubmitAsync("2027-Q1");
        var draft = await App.SendAsync(new DraftPdf.Query("2027-Q1", "asker", ReportKind.Progress));
        draft.Name.ShouldBe("2027-Q1-DRAFT-asker-progress.pdf");
        using var pdf = new Rendering.PdfFile(new Web.Rendering.RenderedReport(draft.Pdf, "", 0, "", TimeSpan.Zero, null));
        (await pdf.TextAsync()).ShouldContain("Draft");
        System.Text.Encoding.UTF8.GetString(await pdf.AttachmentAsync("snapshot.json")).ShouldContain("\"draft\":\"Not frozen, not issued.\"");

        (await App.SendAsync(new VerifyFile.Query(draft.Pdf!))).Outcome.ShouldBe(VerifyOutcome.NotIssued);
    }

    private Task<int> SubmitAsync(string code) => App.WithDatabaseAsync(async db =>
    {
        if (await db.ReportingPeriods.AnyAsync(p => p.Code == code))
            return 0;
        var first = new DateOnly(int.Parse(code[..4], System.Globalization.CultureInfo.InvariantCulture), (code[^1] - '0') * 3 - 2, 1);
        var period = new ReportingPeriod(code, "A quarter", new Period(first, first.AddMonths(3).AddDays(-1)));
        db.ReportingPeriods.Add(period);
        var territory = await db.Territories.SingleAsync(t => t.Slug == "asker");
        var at = first.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);
        var snapshot = new Snapshot(period.Id, territory.Id, 1, SnapshotCause.Submitted, TerritorySnapshot.Version, CanonicalJson.Of(FrozenSamples.Facts(period, territory.Id, "asker", "Asker", at, "What was submitted.")), at);
        db.Snapshots.Add(snapshot);
        await db.SaveChangesAsync();
        var report = new TerritoryReport(period.Id, territory.Id);
        report.Submit(snapshot.Id, null, at);
        db.TerritoryReports.Add(report);
        return await db.SaveChangesAsync();
    });
}

public sealed class PreviewOnSqlite(SqliteApp app) : PreviewTests(app), IClassFixture<SqliteApp>;

public sealed class PreviewOnPostgres(PostgresApp app) : PreviewTests(app), IClassFixture<PostgresApp>;
