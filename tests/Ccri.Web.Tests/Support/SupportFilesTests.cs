using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ccri.Domain.Accounts;
using Ccri.Domain.Files;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Support;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using static Ccri.Web.Tests.Support.SupportSamples;

namespace Ccri.Web.Tests.Support;

public abstract class SupportFilesTests(CcriApp app) : BothDatabases(app)
{
    private static readonly byte[] Pdf = Encoding.UTF8.GetBytes("%PDF-1.7 of a mission");

    [Fact]
    public async Task Equal_files_are_stored_once_and_go_with_the_last_that_refers_to_them()
    {
        var bytes = Encoding.UTF8.GetBytes($"%PDF-1.7 {Guid.NewGuid()}");
        var sha = new FileContent(bytes).Sha256;
        var (first, second) = (await App.SendAsync(Days("asker", "First")), await App.SendAsync(Days("asker", "Second")));
        await App.SendAsync(new AddFile.Command(first, "report.pdf", bytes));
        await App.SendAsync(new AddFile.Command(second, "the same.pdf", bytes));
        (await Fault(first, "again.pdf", bytes)).ShouldBe("The same file is here already, as “report.pdf”.");
        (await Stored(sha)).ShouldBe((1, 2));

        var file = (await App.SendAsync(new GetSupport.Query(first))).Files.Single();
        await App.SendAsync(new RemoveFile.Command(first, file.Id));
        (await Stored(sha)).ShouldBe((1, 1));
        await App.SendAsync(new RemoveSupport.Command(second, (await App.SendAsync(new GetSupport.Query(second))).Activity.Version));
        (await Stored(sha)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Name_and_content_must_agree_and_nothing_that_runs_is_taken()
    {
        var id = await App.SendAsync(Days("asker", "A mission with files"));
        var html = "<html><script>alert(1)</script></html>"u8.ToArray();
        (await Fault(id, "report.pdf", html)).ShouldStartWith("“report.pdf” is called a PDF and holds something else");
        (await Fault(id, "drawing.svg", "<svg/>"u8.ToArray())).ShouldContain("of a kind that is not taken");
        (await Fault(id, "page.html", html)).ShouldContain("of a kind that is not taken");
        (await Fault(id, "minutes.docm", Office("word/document.xml"))).ShouldContain("holds macros, which is not taken. Save it without them, as .docx.");
        (await Fault(id, "minutes.docx", Office("word/document.xml", ("word/vbaProject.bin", "x")))).ShouldContain("or macros");
        (await Fault(id, "minutes.docx", Office("word/document.xml", types: "application/vnd.ms-word.document.macroEnabled.main+xml"))).ShouldContain("or macros");
        (await Fault(id, "minutes.docx", Office("xl/workbook.xml"))).ShouldContain("is called a Word document");
        (await Fault(id, "minutes.docx", Pdf)).ShouldContain("is called a Word document");
        (await Fault(id, "bomb.odt", Zip(("mimetype", new string('a', 50_000_000)), ("content.xml", "")))).ShouldContain("is called an OpenDocument text");
        (await Fault(id, "notes.txt", [0x48, 0x00, 0x69])).ShouldContain("is called a text");
        (await Fault(id, "notes.txt", [])).ShouldContain("is empty");
        (await Fault(id, "large.pdf", [.. Pdf, .. new byte[FileCheck.MostBytes]])).ShouldContain("has more than 10 megabytes");
        (await Fault(id, "///", Pdf)).ShouldBe("Choose a file.");
        (await App.SendAsync(new GetSupport.Query(id))).Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("minutes.docx", FileKind.Word)]
    [InlineData("sums.XLSX", FileKind.Excel)]
    [InlineData("slides.pptx", FileKind.PowerPoint)]
    [InlineData("text.odt", FileKind.OpenText)]
    [InlineData("photo.JPG", FileKind.Jpeg)]
    [InlineData("plan.png", FileKind.Png)]
    [InlineData("people.csv", FileKind.Csv)]
    public async Task What_is_what_its_name_says_is_taken(string name, FileKind kind)
    {
        byte[] bytes = kind switch
        {
            FileKind.Word => Office("word/document.xml"),
            FileKind.Excel => Office("xl/workbook.xml"),
            FileKind.PowerPoint => Office("ppt/presentation.xml"),
            FileKind.OpenText => Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")),
            FileKind.Jpeg => [0xFF, 0xD8, 0xFF, 0xE0],
            FileKind.Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
            _ => Encoding.UTF8.GetBytes("Όνομα;Größe"),
        };
        var id = await App.SendAsync(Days("asker", $"With {name}"));
        await App.SendAsync(new AddFile.Command(id, name, bytes));
        (await App.SendAsync(new GetSupport.Query(id))).Files.Single().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(kind), f => f.Name.ShouldBe(name));
    }

    [Fact]
    public async Task A_file_is_sent_through_the_page_and_comes_back_as_an_attachment_under_its_own_name()
    {
        var id = await App.SendAsync(Days("uppsala", "With a file"));
        using var officer = await App.SignedInAsync(Role.Officer);
        using var contact = await App.SignedInAsync(Role.Territory, "asker");
        using var refused = await SendAsync(officer, id, "evil.pdf", "<html>"u8.ToArray());
        (refused.StatusCode, (await refused.TextAsync()).Contains("is called a PDF and holds something else")).ShouldBe((HttpStatusCode.BadRequest, true));
        using var large = await SendAsync(officer, id, "large.pdf", [.. Pdf, .. new byte[FileCheck.MostBytes]]);
        (large.StatusCode, (await large.TextAsync()).Contains("has more than 10 megabytes")).ShouldBe((HttpStatusCode.BadRequest, true));
        using var added = await SendAsync(officer, id, "C:\\Müll\\..\\Größe Μελέτη.pdf", Pdf);
        (await added.TextAsync()).ShouldContain("The file is added.");

        var file = (await App.SendAsync(new GetSupport.Query(id))).Files.Single();
        file.Name.ShouldBe("Größe Μελέτη.pdf");
        using var answer = await officer.GetAsync(new Uri($"/support/{id}/files/{file.Id}", UriKind.Relative), Cancellation);
        (await answer.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe(Pdf);
        var disposition = answer.Content.Headers.ContentDisposition!;
        (disposition.DispositionType, disposition.FileNameStar).ShouldBe(("attachment", "Größe Μελέτη.pdf"));
        (answer.Content.Headers.ContentType!.MediaType, answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.CacheControl!.NoStore).ShouldBe(("application/pdf", "nosniff", true));
        (await contact.StatusAsync($"/support/{id}/files/{file.Id}")).ShouldBe(HttpStatusCode.NotFound);
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new GetFile.Query(Guid.NewGuid(), file.Id)));
    }

    [Fact]
    public async Task A_contact_gets_the_files_of_what_was_for_the_own_territory_alone()
    {
        var id = await App.SendAsync(Days("asker", "With a file for two"));
        await App.SendAsync(new AddFile.Command(id, "both.pdf", [.. Pdf, 0x02]));
        var file = (await App.SendAsync(new GetSupport.Query(id))).Files.Single().Id;
        using var contact = await App.SignedInAsync(Role.Territory, "asker");
        (await contact.StatusAsync($"/support/{id}/files/{file}")).ShouldBe(HttpStatusCode.OK);

        var form = (await App.SendAsync(new EditSupport.Query(id))).Form;
        await App.SendAsync(form with { Others = ["uppsala"] });

        (await contact.PageAsync($"/support/{id}")).ShouldNotContain("both.pdf");
        (await contact.StatusAsync($"/support/{id}/files/{file}")).ShouldBe(HttpStatusCode.Forbidden);
        (await App.SendAsync(new GetFile.Query(id, file), Role.Officer, await App.TerritoryAsync("munich"))).Name.ShouldBe("both.pdf");
    }

    [Fact]
    public async Task An_officer_of_another_territory_neither_adds_nor_removes_a_file()
    {
        var id = await App.SendAsync(Days("asker", "Not to be touched"));
        await App.SendAsync(new AddFile.Command(id, "kept.pdf", [.. Pdf, 0x03]));
        var (file, uppsala) = ((await App.SendAsync(new GetSupport.Query(id))).Files.Single().Id, await App.TerritoryAsync("uppsala"));

        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new AddFile.Command(id, "more.pdf", Pdf), Role.Officer, uppsala));
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new RemoveFile.Command(id, file), Role.Officer, uppsala));
        await App.SendAsync(new RemoveFile.Command(id, file), Role.Officer, await App.TerritoryAsync("asker"));
        (await App.SendAsync(new GetSupport.Query(id))).Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Looking_for_a_person_in_all_tables_takes_no_harm_from_the_bytes_of_files()
    {
        var id = await App.SendAsync(Days("asker", "Names nobody"));
        await App.SendAsync(new AddFile.Command(id, "notes.pdf", [.. Pdf, 0x01]));
        var changed = await App.WithDatabaseAsync(db => PersonalTraces.ReplaceAsync(db, new Pseudonym("Nobody Whoever", "nobody.whoever@example.org", "Erased person 1", "erased-1@example.org"), Cancellation));
        changed.ShouldBe(0);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpClient officer, Guid id, string name, byte[] bytes)
    {
        var page = await officer.PageAsync($"/support/{id}");
        var token = Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"").Groups[1].Value;
        var part = new ByteArrayContent(bytes);
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name.Replace("\\", "\\\\", StringComparison.Ordinal)}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        form.Add(part);
        return await officer.PostAsync(new Uri($"/support/{id}?handler=File", UriKind.Relative), form, Cancellation);
    }

    private async Task<string> Fault(Guid id, string name, byte[] bytes)
    {
        var refused = (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(new AddFile.Command(id, name, bytes)), name)).Errors.Single();
        refused.PropertyName.ShouldBe("File");
        return refused.ErrorMessage;
    }

    private Task<(int Contents, int Files)> Stored(string sha) => App.WithDatabaseAsync(async db =>
        (await db.FileContents.CountAsync(c => c.Sha256 == sha, Cancellation), await db.AttachedFiles.CountAsync(f => f.Sha256 == sha, Cancellation)));

    private static byte[] Office(string main, params (string, string)[] more) => Office(main, "application/xml", more);

    private static byte[] Office(string main, string types, params (string, string)[] more) => Zip([("[Content_Types].xml", $"<Types><Override ContentType=\"{types}\"/></Types>"), (main, "<x/>"), .. more]);

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return bytes.ToArray();
    }
}

public sealed class SupportFilesOnSqlite(SqliteApp app) : SupportFilesTests(app), IClassFixture<SqliteApp>;

public sealed class SupportFilesOnPostgres(PostgresApp app) : SupportFilesTests(app), IClassFixture<PostgresApp>;
