using System.IO.Compression;
using System.Text;
using Ccri.Browser.Tests.EveryPage;
using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

/// <summary>A whole reporting period, by three people, on a demonstration of its own.</summary>
public sealed class ReportingTests(Theatre theatre)
{
    private const string Period = "2026-STORY", Reason = "Seven Fellows are not publicly known yet.";

    [Fact]
    public async Task A_period_is_opened_reported_on_approved_by_another_frozen_taken_along_verified_and_frozen_again()
    {
        await using var site = await PublishedSite.StartAsync(Directory.CreateTempSubdirectory("ccri-reporting-").FullName, Contents.Demonstration, makesReports: true);
        await using var head = await theatre.OpenAsync(); // the coordinator
        await using var desk = await theatre.OpenAsync(); // the officer
        await (await SignInPage.OpenAsync(head, $"{site.Address}/accounts/sign-in")).LookAroundAsync(Role.Coordinator);
        await (await SignInPage.OpenAsync(desk, $"{site.Address}/accounts/sign-in")).LookAroundAsync(Role.Officer);
        var (coordinator, officer) = (head.Page, desk.Page);

        await OpenPeriodAsync(coordinator, site.Address);

        // The officer confirms, writes and submits; the coordinator returns it; it is submitted again.
        var mine = new ReportPage(officer, site.Address, Period, "andalusia");
        var theirs = new ReportPage(coordinator, site.Address, Period, "andalusia");
        await mine.OpenAsync();
        await mine.ConfirmFirstStatementAsync();
        await mine.WriteAsync("The regional strategy was presented to the municipalities.");
        await mine.SubmitAsync();
        await theirs.ReturnAsync("Please say how many municipalities came.");
        await mine.OpenAsync();
        await Assertions.Expect(mine.Discussion).ToContainTextAsync("Please say how many municipalities came.");
        await mine.WriteAsync("The regional strategy was presented to 41 municipalities.");
        await mine.SubmitAsync();

        // Who submitted it cannot approve it; somebody else can.
        await mine.OpenAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToHaveCountAsync(0);
        await theirs.OpenAsync();
        await new FormPage(coordinator).SaveAsync("Approve");
        await Assertions.Expect(theirs.Discussion).ToContainTextAsync("Approved");

        // Frozen with a reason, because nobody knows seven of the names.
        await FreezeAsync(coordinator, site.Address, 1);
        await ShouldBeMadeAsync(coordinator, site.Address, 1);
        (await Axe.ViolationsAsync(coordinator)).ShouldBeEmpty(); // the site that every page is looked at on makes no files
        var archive = await Downloaded.ByAsync(coordinator, coordinator.GetByRole(AriaRole.Link, new() { Name = "All as one archive (ZIP)" }));
        using var zip = new ZipArchive(new MemoryStream(archive.Bytes));
        var report = Read(zip, $"{Period}-r1-andalusia-progress.pdf");
        zip.Entries.Count.ShouldBeGreaterThan(37, "a progress report of each territory, and the plans");

        // An issued file is one of ours, byte for byte; with one letter changed it is not any more.
        await VerifyAsync(coordinator, site.Address, report);
        await Assertions.Expect(coordinator.Locator("main")).ToContainTextAsync("revision 1");
        await Assertions.Expect(coordinator.Locator("main")).ToContainTextAsync($"{Period}-r1-andalusia-progress.pdf");
        report[^200] ^= 1;
        await VerifyAsync(coordinator, site.Address, report);
        await Assertions.Expect(coordinator.Locator("main")).ToContainTextAsync("Changed after it was issued");

        // Reopened with a reason, and frozen again: both revisions are there.
        await coordinator.GotoAsync($"{site.Address}/reports/{Period}/reopen");
        await new FormPage(coordinator).Field("Why it is reopened").FillAsync("The number of municipalities was wrong.");
        await new FormPage(coordinator).SaveAsync("Reopen period");
        await coordinator.WaitForURLAsync($"{site.Address}/reports/{Period}");
        await FreezeAsync(coordinator, site.Address, 2);
        await ShouldBeMadeAsync(coordinator, site.Address, 2);
        await coordinator.GotoAsync($"{site.Address}/reports/{Period}/files?revision=1");
        await Assertions.Expect(coordinator.Locator("main")).ToContainTextAsync("superseded by revision 2");
        head.Complaints.ShouldBeEmpty();
        desk.Complaints.ShouldBeEmpty();
    }

    /// <summary>From the first of the month to today, cut off today.</summary>
    private static async Task OpenPeriodAsync(IPage page, string site)
    {
        var form = new FormPage(page);
        var today = PublishedSite.Today;
        await page.GotoAsync($"{site}/reports/new");
        foreach (var (label, value) in new[]
        {
            ("Code", Period), ("Name", "Story of a period"), ("First day", Day(today.AddDays(1 - today.Day))), ("Last day", Day(today)),
            ("Opens on", Day(today.AddDays(1 - today.Day))), ("Cut-off", Day(today)), ("Deadline", Day(today.AddDays(14))),
        })
            await form.Field(label).FillAsync(value);
        await form.SaveAsync("Open period");
        await page.WaitForURLAsync($"{site}/reports/{Period}");
    }

    private static async Task FreezeAsync(IPage page, string site, int revision)
    {
        await page.GotoAsync($"{site}/reports/{Period}/freeze");
        await new FormPage(page).Field("Why it is frozen with participants that are unconfirmed or not named").FillAsync(Reason);
        await new FormPage(page).SaveAsync($"Freeze as revision {revision}");
        await page.WaitForURLAsync(address => address.StartsWith($"{site}/reports/{Period}", StringComparison.Ordinal) && !address.EndsWith("/freeze", StringComparison.Ordinal));
    }

    /// <summary>The files are made in the background, and the page says so until they are.</summary>
    private static async Task ShouldBeMadeAsync(IPage page, string site, int revision)
    {
        var link = page.GetByRole(AriaRole.Link, new() { Name = "All as one archive (ZIP)" });
        await Until.TrueAsync(async () =>
        {
            await page.GotoAsync($"{site}/reports/{Period}/files?revision={revision}");
            return await link.CountAsync() > 0;
        }, $"the files of revision {revision} are made");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Reason);
    }

    private static async Task VerifyAsync(IPage page, string site, byte[] pdf)
    {
        await page.GotoAsync($"{site}/reports/verify");
        await page.Locator("#Input_File").SetInputFilesAsync(new FilePayload { Name = "report.pdf", MimeType = "application/pdf", Buffer = pdf });
        await new FormPage(page).SaveAsync("Verify");
        await Assertions.Expect(page.Locator("#answer-h")).ToBeVisibleAsync();
    }

    private static byte[] Read(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name).ShouldNotBeNull().Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        Encoding.ASCII.GetString(bytes.GetBuffer(), 0, 5).ShouldBe("%PDF-");
        return bytes.ToArray();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
