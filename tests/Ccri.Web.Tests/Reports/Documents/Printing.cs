using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Features.Shared;
using Ccri.Web.Rendering;
using Ccri.Web.Tests.Rendering;

namespace Ccri.Web.Tests.Reports.Documents;

/// <summary>Documents as PDFs.</summary>
internal static class Printing
{
    public static RenderJob Job(ReportKind kind, ReportFacts facts) => new(PrintableReport.From(ReportDocuments.Of(kind, facts)), SnapshotSamples.Bytes(facts.Now));

    public static RenderJob Job(QuarterFacts facts) => new(PrintableReport.From(QuarterOverview.Of(facts)), CanonicalJson.Of(facts.Now));

    public static async Task<PdfFile> PdfAsync(RenderJob job)
    {
        using var renderer = Tools.Renderer();
        return new PdfFile(await renderer.RenderAsync(job, TestContext.Current.CancellationToken));
    }

    /// <summary>Words as a reader reads them, whatever the lines and spaces.</summary>
    public static string InOneLine(string text) => string.Join(' ', text.Split((char[])[' ', '\n', '\f', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));
}
