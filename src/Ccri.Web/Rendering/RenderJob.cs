namespace Ccri.Web.Rendering;

/// <summary>One PDF to make: a report as JSON and the snapshot that travels inside the file.</summary>
/// <param name="ReportJson">Of a <see cref="PrintableReport"/>, or as kept when it was issued.</param>
/// <param name="Snapshot">Attached unchanged as snapshot.json.</param>
public sealed record RenderJob(ReadOnlyMemory<byte> ReportJson, ReadOnlyMemory<byte> Snapshot)
{
    public RenderJob(PrintableReport report, ReadOnlyMemory<byte> snapshot) : this(report.Json, snapshot)
    {
    }

    public PdfStandard Standard { get; init; } = PdfStandard.Accessible;
}

public enum PdfStandard
{
    /// <summary>Tagged, by Typst's PDF/UA-1 export.</summary>
    Accessible,

    /// <summary>PDF/A-3a: tagged too, for archives.</summary>
    Archival,
}

/// <summary>A PDF, or a sentence that says why there is none.</summary>
/// <param name="Sha256">Of the PDF, lower case.</param>
/// <param name="Fingerprint">Of templates, fonts and typesetter: only under the same one do the same facts give the same bytes.</param>
public sealed record RenderedReport(byte[]? Pdf, string? Sha256, int Pages, string? Fingerprint, TimeSpan Took, string? Problem)
{
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Pdf), nameof(Sha256), nameof(Fingerprint))]
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Pdf is not null;

    internal static RenderedReport Failed(string problem) => new(null, null, 0, null, TimeSpan.Zero, problem);
}

/// <summary>Whether PDFs can be made here, for the health page.</summary>
/// <param name="Sentence">What is installed, or what is missing and what to do.</param>
public sealed record RendererCheck(bool Ready, string Sentence, string? Fingerprint = null, string? Typst = null, string? Node = null);
