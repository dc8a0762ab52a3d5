using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Reports;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reports;

public abstract class VerifyTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task An_issued_file_is_identical_and_says_when_and_as_what_it_was_issued()
    {
        var pdf = await FileAsync("2026-Q3");
        var answer = await App.SendAsync(new VerifyFile.Query(pdf));

        answer.Outcome.ShouldBe(VerifyOutcome.Identical);
        answer.Sentence.ShouldStartWith("Issued on 20 Oct 2026 as 2026-Q3-r1-asker-progress.pdf, revision 1: Asker, 2026-Q3. It is identical:");
        answer.File.ShouldBe(new VerifiedFile("2026-Q3", 1, "2026-Q3-r1-asker-progress.pdf", new DateTime(2026, 10, 20, 9, 30, 0, DateTimeKind.Utc), false));
    }

    [Fact]
    public async Task A_bit_flipped_anywhere_is_found()
    {
        var pdf = await FileAsync("2026-Q3");
        var outcomes = new List<VerifyOutcome>();
        for (var i = 0; i < 24; i++)
        {
            var flipped = pdf.ToArray();
            flipped[(long)i * (pdf.Length - 1) / 23] ^= (byte)(1 << i % 8);
            outcomes.Add((await App.SendAsync(new VerifyFile.Query(flipped))).Outcome);
        }
        outcomes.ShouldAllBe(o => o == VerifyOutcome.Changed || o == VerifyOutcome.NotIssued);
        outcomes.ShouldContain(VerifyOutcome.Changed); // most leave the snapshot, or its name, to be read
    }

    [Fact]
    public async Task A_file_with_our_snapshot_inside_that_is_none_of_ours_was_changed_and_any_other_was_not_issued_here()
    {
        var pdf = await FileAsync("2026-Q3");
        var longer = await App.SendAsync(new VerifyFile.Query([.. pdf, .. "\n% more\n"u8]));
        (longer.Outcome, longer.IsSound).ShouldBe((VerifyOutcome.Changed, false));
        longer.Sentence.ShouldBe("This file was changed after it was issued by this system. It names or holds the facts of Asker, 2026-Q3, but it is none of the files issued of them.");

        var snapshot = await App.WithDatabaseAsync(db => db.Snapshots.Where(s => s.TerritoryId != null).Select(s => s.Sha256).FirstAsync(Cancellation));
        (await App.SendAsync(new VerifyFile.Query([.. "a text that names ccri:"u8, .. System.Text.Encoding.ASCII.GetBytes(snapshot)]))).Outcome.ShouldBe(VerifyOutcome.Changed);
        foreach (var foreign in (byte[][])[[0], "Hello"u8.ToArray(), [.. "%PDF-1.7\n"u8, .. new byte[5000]], File.ReadAllBytes(Path.Combine(Rendering.Tools.Reports, "samples", "territory-sheet.pdf"))])
            (await App.SendAsync(new VerifyFile.Query(foreign))).Sentence.ShouldBe("This file was not issued by this system.");
    }

    [Fact]
    public async Task An_older_revision_says_that_it_is_superseded()
    {
        await App.FrozenAsync("2025-Q1", "First.", ["asker"]);
        await App.FrozenAsync("2025-Q1", "Second.", ["asker"]);
        var pdf = (await App.FilesAsync("2025-Q1")).Single(f => f.Name == "2025-Q1-r1-asker-progress.pdf").Pdf!;

        var answer = await App.SendAsync(new VerifyFile.Query(pdf), Role.Desk);
        answer.IsSound.ShouldBeTrue();
        answer.Sentence.ShouldContain("It is superseded: revision 2 was issued on 21 Apr 2025.");
        answer.File!.IsSuperseded.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_may_not_see_the_territory_learns_only_that_it_was_issued_here()
    {
        var pdf = await FileAsync("2026-Q3");
        var stranger = await App.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == "sofia").Select(t => t.Id).SingleAsync(Cancellation));

        foreach (var file in (byte[][])[pdf, [.. pdf, 32]])
        {
            var answer = await App.SendAsync(new VerifyFile.Query(file), Role.Territory, stranger);
            answer.File.ShouldBeNull();
            answer.Sentence.ShouldContain("ssued by this system.");
            foreach (var hidden in (string[])["Asker", "asker", "2026-Q3"])
                answer.Sentence.ShouldNotContain(hidden);
        }
    }

    [Fact]
    public async Task A_database_that_was_tampered_with_is_told_from_a_file_that_was()
    {
        await App.FrozenAsync("2025-Q2", "As it was.", ["asker"]);
        var pdf = (await App.FilesAsync("2025-Q2")).Single(f => f.TerritoryId != null).Pdf!;
        await App.WithDatabaseAsync(db => db.IssuedFiles.Where(f => f.Name == "2025-Q2-r1-asker-progress.pdf").ExecuteUpdateAsync(set => set.SetProperty(f => f.Report, db.IssuedFiles.Where(o => o.Name == "2025-Q2-r1-quarter.pdf").Select(o => o.Report).First())));

        var answer = await App.SendAsync(new VerifyFile.Query(pdf));
        answer.Outcome.ShouldBe(VerifyOutcome.NotReproduced);
        answer.Sentence.ShouldContain("its database was changed");
    }

    [Fact]
    public async Task The_page_takes_a_file_says_the_outcome_and_refuses_nothing_at_all()
    {
        var pdf = await FileAsync("2026-Q3");
        using var client = await App.SignedInAsync(Role.Desk);

        (await UploadAsync(client, pdf)).ShouldContain("Issued here, identical");
        (await UploadAsync(client, [.. pdf, 32])).ShouldContain("Changed after it was issued");
        (await UploadAsync(client, [], HttpStatusCode.BadRequest)).ShouldContain("Choose a file that is not empty.");
        (await UploadAsync(client, new byte[VerifyFile.MostBytes + 1], HttpStatusCode.BadRequest)).ShouldContain("No issued report has more than 20 megabytes.");
    }

    private async Task<byte[]> FileAsync(string code)
    {
        if ((await App.FilesAsync(code)).Count == 0)
            await App.FrozenAsync(code);
        return (await App.FilesAsync(code)).Single(f => f.Name.EndsWith("r1-asker-progress.pdf", StringComparison.Ordinal)).Pdf!;
    }

    private static async Task<string> UploadAsync(HttpClient client, byte[] file, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Browsing.FormOf(await client.PageAsync("/reports/verify")).Where(f => f.Key != "file"))
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file), "file", "some <file>.pdf");
        using var answer = await client.PostAsync(new Uri("/reports/verify", UriKind.Relative), content, Cancellation);
        answer.StatusCode.ShouldBe(expected);
        return await answer.TextAsync();
    }
}

public sealed class VerifyOnSqlite(SqliteApp app) : VerifyTests(app), IClassFixture<SqliteApp>;

public sealed class VerifyOnPostgres(PostgresApp app) : VerifyTests(app), IClassFixture<PostgresApp>;

public sealed class ChangedTemplateTests(OwnReportsApp app) : IClassFixture<OwnReportsApp>
{
    [Fact]
    public async Task A_changed_template_is_told_as_such_and_not_as_tampering()
    {
        await app.FrozenAsync(slugs: ["asker"]);
        var pdf = (await app.FilesAsync("2026-Q3")).Single(f => f.TerritoryId != null).Pdf!;
        await File.AppendAllTextAsync(Path.Combine(app.Folder, "templates", "look.typ"), "\n// a better look\n", TestContext.Current.CancellationToken);

        var answer = await app.SendAsync(new VerifyFile.Query(pdf));
        (answer.Outcome, answer.IsSound).ShouldBe((VerifyOutcome.NotRenderedAgain, true));
        answer.Sentence.ShouldContain("The facts inside are those kept here. The renderer has changed since");
        (await app.SendAsync(new VerifyFile.Query([.. pdf, 32]))).Outcome.ShouldBe(VerifyOutcome.Changed);
    }
}
