namespace Ccri.Web.Rendering;

/// <summary>What is attached to a PDF.</summary>
/// <param name="Sha256">Of each attachment; nothing is attached to what is no PDF.</param>
/// <param name="Problem">Why nobody could look, in a sentence.</param>
public sealed record Attachments(IReadOnlyList<string> Sha256, string? Problem);

public sealed partial class TypstRenderer
{
    /// <summary>Reads a PDF that anybody may have made: in a process of its own, with the limits of a report.</summary>
    public async Task<Attachments> AttachmentsAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken = default)
    {
        var folder = Directory.CreateTempSubdirectory("ccri-verify-");
        await places.WaitAsync(cancellationToken);
        try
        {
            var path = Path.Combine(folder.FullName, "file.pdf");
            await using (var file = File.Create(path))
                await file.WriteAsync(pdf, cancellationToken);
            using var process = NodeProcess.Start(settings, log, out var problem, "attachments.mjs", path);
            if (process is null)
                return new Attachments([], problem);
            var (answer, failure) = await process.AnswerAsync(cancellationToken);
            return new Attachments(answer?.Attachments ?? [], answer switch
            {
                null => $"The file could not be read for its attachments. {failure}",
                { Ok: false } => answer.Problem ?? "The reader of PDF files gave no reason.",
                _ => null,
            });
        }
        finally
        {
            places.Release();
            Discard(folder);
        }
    }
}
