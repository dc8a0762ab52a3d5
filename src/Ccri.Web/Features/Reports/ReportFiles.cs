using System.IO.Compression;
using Ccri.Domain.Reports;
using Ccri.Web.Errors;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Ccri.Web.Features.Reports;

public static class ReportFiles
{
    private const string Pdf = "application/pdf";

    public static void MapReportFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reports/{code}/files/{name}", async (string code, string name, string? download, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        {
            var file = await mediator.Send(new GetFile.Query(code, name), cancellationToken);
            Name(http, file.Name, isShown: download is null);
            return Results.Bytes(file.Pdf, Pdf, entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""));
        });
        routes.MapGet("/reports/{code}/files.zip", async (string code, int? revision, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        {
            http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true; // the archive writes some of its own few bytes so, between files
            var files = await mediator.Send(new ZipFiles.Query(code, revision), cancellationToken);
            return Results.Stream(stream => WriteAsync(stream, files, cancellationToken), "application/zip", files.Name);
        });
        routes.MapGet("/reports/{code}/territories/{slug}/{kind:regex(^(progress|ceap|ceip)$)}.pdf", async (string code, string slug, string kind, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
            Shown(http, await mediator.Send(new DraftPdf.Query(code, slug, Enum.Parse<ReportKind>(kind, ignoreCase: true)), cancellationToken)));
        routes.MapGet("/reports/{code}/overview.pdf", async (string code, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
            Shown(http, await mediator.Send(new DraftPdf.Query(code, null, ReportKind.Quarter), cancellationToken)));
    }

    private static IResult Shown(HttpContext http, DraftPdf.Answer file)
    {
        Name(http, file.Name, isShown: true);
        return file.Pdf is { } pdf ? Results.Bytes(pdf, Pdf) : throw new NotWorkingException(file.Problem!);
    }

    private static void Name(HttpContext http, string name, bool isShown)
    {
        var disposition = new ContentDispositionHeaderValue(isShown ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
    }

    /// <summary>Always the same bytes: a PDF is not packed any tighter, and each entry is dated with the freezing.</summary>
    private static async Task WriteAsync(Stream stream, ZipFiles.Answer files, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await foreach (var file in files.Files.WithCancellation(cancellationToken))
        {
            var entry = zip.CreateEntry(file.Name, CompressionLevel.NoCompression);
            entry.LastWriteTime = new DateTimeOffset(files.FrozenAt, TimeSpan.Zero);
            await using var target = await entry.OpenAsync(cancellationToken);
            await target.WriteAsync(file.Content, cancellationToken);
        }
    }
}
