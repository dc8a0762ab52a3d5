using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Rendering;

/// <summary>Makes PDFs with `node reports/render.mjs`: one process for a batch, a time and a memory limit for each report. Whatever happens
/// to the process, the report it was at fails with a sentence, the others go on in a new process, and the application never notices.</summary>
public sealed partial class TypstRenderer(IOptions<RenderingOptions> options, ILogger<TypstRenderer> log) : IDisposable
{
    private const string Script = "render.mjs";

    private readonly RenderingOptions settings = options.Value;
    private readonly SemaphoreSlim places = new(options.Value.MaxParallel);

    public async Task<RenderedReport> RenderAsync(RenderJob job, CancellationToken cancellationToken = default) =>
        (await RenderAsync([job], cancellationToken))[0];

    /// <returns>One result per job, in their order; never throws for a report that cannot be made.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up; the process is ended.</exception>
    public async Task<IReadOnlyList<RenderedReport>> RenderAsync(IReadOnlyList<RenderJob> jobs, CancellationToken cancellationToken = default)
    {
        var results = new RenderedReport[jobs.Count];
        await places.WaitAsync(cancellationToken);
        try
        {
            for (var next = 0; next < jobs.Count;)
            {
                using var process = NodeProcess.Start(settings, log, out var problem, Script);
                if (process is null)
                {
                    Array.Fill(results, RenderedReport.Failed(problem!), next, jobs.Count - next);
                    break;
                }
                while (next < jobs.Count && process.IsAlive)
                    results[next] = await RenderAsync(process, jobs[next++], cancellationToken);
            }
            return results;
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Whether Node, the typesetter, its fonts and the templates are there.</summary>
    public async Task<RendererCheck> CheckAsync(CancellationToken cancellationToken = default)
    {
        using var process = NodeProcess.Start(settings, log, out var problem, Script, "--check");
        if (process is null)
            return new RendererCheck(false, problem!);
        var (answer, failure) = await process.AnswerAsync(cancellationToken);
        return answer switch
        {
            null => new RendererCheck(false, failure!),
            { Ok: false } => new RendererCheck(false, answer.Problem ?? "The typesetter gave no reason."),
            _ => new RendererCheck(true, $"Typst {answer.Typst} on Node {answer.Node}, {answer.Fonts?.Length ?? 0} font families.", answer.Renderer, answer.Typst, answer.Node),
        };
    }

    public void Dispose() => places.Dispose();

    private async Task<RenderedReport> RenderAsync(NodeProcess process, RenderJob job, CancellationToken cancellationToken)
    {
        // Snapshots may hold what only some may read: the folder is the application's own and goes with the job.
        var folder = Directory.CreateTempSubdirectory("ccri-report-");
        try
        {
            string Inside(string name) => Path.Combine(folder.FullName, name);
            await using (var report = File.Create(Inside("report.json")))
                await report.WriteAsync(job.ReportJson, cancellationToken);
            await using (var snapshot = File.Create(Inside("snapshot.json")))
                await snapshot.WriteAsync(job.Snapshot, cancellationToken);

            var (answer, failure) = await process.AskAsync(
                new
                {
                    id = folder.Name,
                    report = Inside("report.json"),
                    snapshot = Inside("snapshot.json"),
                    output = Inside("report.pdf"),
                    standard = job.Standard == PdfStandard.Archival ? "a-3a" : "ua-1",
                },
                cancellationToken);
            if (answer is not { Ok: true })
            {
                var problem = failure ?? answer?.Problem ?? "The typesetter gave no reason.";
                log.LogWarning("A report could not be made as PDF: {Problem}", problem);
                return RenderedReport.Failed(problem);
            }
            var pdf = await File.ReadAllBytesAsync(Inside("report.pdf"), cancellationToken);
            return new RenderedReport(pdf, answer.Sha256, answer.Pages, answer.Renderer, TimeSpan.FromMilliseconds(answer.Ms), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            log.LogError(e, "A report could not be handed to the typesetter");
            return RenderedReport.Failed($"The report could not be handed to the typesetter: {e.Message}");
        }
        finally
        {
            Discard(folder);
        }
    }

    private void Discard(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(e, "A temporary folder stays behind: {Folder}", folder.FullName);
        }
    }
}
