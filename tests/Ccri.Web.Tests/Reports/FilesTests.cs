using System.IO.Compression;
using System.Net;
using Ccri.Domain.Accounts;

namespace Ccri.Web.Tests.Reports;

public abstract class FilesTests(CcriApp app) : BothDatabases(app)
{
    private const string Page = "/reports/2026-Q3/files", Own = $"{Page}/2026-Q3-r1-asker-progress.pdf", Other = $"{Page}/2026-Q3-r1-sofia-progress.pdf", Overview = $"{Page}/2026-Q3-r1-quarter.pdf", Zip = "/reports/2026-Q3/files.zip";

    [Theory]
    [InlineData(Role.Officer)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Lead)]
    [InlineData(Role.Desk)]
    public async Task Who_sees_all_territories_reads_everything_that_was_frozen(Role role)
    {
        await OnceAsync();
        using var client = await App.SignedInAsync(role);

        var page = await client.PageAsync(Page);
        foreach (var shown in (string[])["4 files", "Revision 1, frozen on 20 Oct 2026", Own, Other, Overview, $"{Zip}?revision=1"])
            page.ShouldContain(shown);
        foreach (var address in (string[])[Own, Other, Overview])
            (await client.StatusAsync(address)).ShouldBe(HttpStatusCode.OK);
        (await NamesAsync(client)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_territory_contact_has_the_own_files_and_no_hint_of_any_other()
    {
        await OnceAsync();
        using var client = await App.SignedInAsync(Role.Territory, "asker");

        var page = await client.PageAsync(Page);
        page.ShouldContain("1 file");
        page.ShouldContain(Own);
        page.ShouldNotContain("sofia");
        (await NamesAsync(client)).ShouldBe(["2026-Q3-r1-asker-progress.pdf"]);
        (await client.StatusAsync(Own)).ShouldBe(HttpStatusCode.OK);
        foreach (var address in (string[])[Other, Overview, $"{Page}/2026-Q3-r1-nowhere-progress.pdf"])
            (await client.StatusAsync(address)).ShouldBe(HttpStatusCode.NotFound);

        using var stranger = await App.SignedInAsync(Role.Territory, "capannori");
        (await stranger.PageAsync(Page)).ShouldContain("None of the files of this revision is about a territory of yours.");
        (await stranger.StatusAsync($"{Zip}?revision=1")).ShouldBe(HttpStatusCode.NotFound);
        (await stranger.StatusAsync(Own)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_gets_anything()
    {
        await OnceAsync();
        using var client = App.Browser(followsRedirects: false);
        foreach (var address in (string[])[Page, Own, Overview, $"{Zip}?revision=1", "/reports/2026-Q3/overview", "/reports/2026-Q3/overview.pdf", "/reports/2026-Q3/territories/asker/progress", "/reports/2026-Q3/territories/asker/progress.pdf", "/reports/verify"])
            (await client.StatusAsync(address)).ShouldNotBe(HttpStatusCode.OK, address);
    }

    [Fact]
    public async Task A_file_is_shown_or_saved_under_its_name_and_the_archive_is_always_the_same_bytes()
    {
        await OnceAsync();
        using var client = await App.SignedInAsync(Role.Officer);

        using var shown = await client.GetAsync(new Uri(Own, UriKind.Relative), Cancellation);
        (shown.Content.Headers.ContentType!.MediaType, shown.Content.Headers.ContentDisposition!.ToString()).ShouldBe(("application/pdf", "inline; filename=2026-Q3-r1-asker-progress.pdf; filename*=UTF-8''2026-Q3-r1-asker-progress.pdf"));
        using var saved = await client.GetAsync(new Uri($"{Own}?download", UriKind.Relative), Cancellation);
        saved.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await shown.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe((await App.FilesAsync("2026-Q3")).Single(f => f.Name == "2026-Q3-r1-asker-progress.pdf").Pdf);

        var archive = new Uri($"{Zip}?revision=1", UriKind.Relative);
        var first = await client.GetByteArrayAsync(archive, Cancellation);
        await Task.Delay(2100, Cancellation); // the dates in an archive have steps of two seconds
        (await client.GetByteArrayAsync(archive, Cancellation)).ShouldBe(first);
        await using var zip = new ZipArchive(new MemoryStream(first));
        zip.Entries.ShouldAllBe(e => e.LastWriteTime.DateTime == new DateTime(2026, 10, 20, 9, 30, 0));
    }

    [Fact]
    public async Task An_older_revision_stays_and_says_that_it_is_superseded()
    {
        await App.FrozenAsync("2025-Q1", "First.");
        var old = await App.FilesAsync("2025-Q1");
        await App.FrozenAsync("2025-Q1", "Second.");
        using var client = await App.SignedInAsync(Role.Desk);

        (await client.PageAsync("/reports/2025-Q1/files")).ShouldContain("2025-Q1-r2-asker-progress.pdf");
        var page = await client.PageAsync("/reports/2025-Q1/files?revision=1");
        page.ShouldContain("This revision is superseded by revision 2.");
        (await client.GetByteArrayAsync(new Uri("/reports/2025-Q1/files/2025-Q1-r1-asker-progress.pdf", UriKind.Relative), Cancellation)).ShouldBe(old.Single(f => f.Name.Contains("asker")).Pdf);
        (await client.StatusAsync("/reports/2025-Q1/files?revision=3")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task While_files_wait_the_page_says_how_far_it_is_and_there_is_no_archive()
    {
        await App.FreezeAsync("2025-Q2", "Waiting.", FrozenSamples.Three, leased: DateTime.UnixEpoch.AddYears(200));
        using var client = await App.SignedInAsync(Role.Lead);

        var page = await client.PageAsync("/reports/2025-Q2/files");
        page.ShouldContain("0 of 4 made.");
        page.ShouldContain("hx-trigger=\"every 3s\"");
        page.ShouldNotContain("files.zip");
        (await client.StatusAsync("/reports/2025-Q2/files.zip")).ShouldBe(HttpStatusCode.Conflict);
        (await client.StatusAsync("/reports/2025-Q2/files/2025-Q2-r1-asker-progress.pdf")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await client.StatusAsync("/reports/2099-Q2/files")).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task OnceAsync()
    {
        if ((await App.FilesAsync("2026-Q3")).Count == 0)
            await App.FrozenAsync();
    }

    private static async Task<List<string>> NamesAsync(HttpClient client)
    {
        await using var zip = new ZipArchive(new MemoryStream(await client.GetByteArrayAsync(new Uri($"{Zip}?revision=1", UriKind.Relative), Cancellation)));
        return [.. zip.Entries.Select(e => e.FullName)];
    }
}

public sealed class FilesOnSqlite(SqliteApp app) : FilesTests(app), IClassFixture<SqliteApp>;

public sealed class FilesOnPostgres(PostgresApp app) : FilesTests(app), IClassFixture<PostgresApp>;
