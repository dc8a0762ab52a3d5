using Ccri.Domain.Reports;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports;

/// <summary>A document as a page and as a draft PDF.</summary>
/// <param name="Slug">Empty for the overview of the quarter.</param>
/// <param name="Revision">0: a draft.</param>
/// <param name="Snapshot">Of a draft, what travels inside; empty for an issued one, whose file is kept.</param>
public sealed record ReportPreview(PeriodHead Period, ReportKind Kind, string? Slug, string? Territory, PrintableReport Report, int Revision, byte[] Snapshot)
{
    public bool IsDraft => Revision == 0;

    /// <summary>Of the issued file, or of the draft.</summary>
    public string FileName => IssuedName ?? DraftName(Period.Code, Kind, Slug);

    public string? IssuedName { get; init; }

    /// <summary>What else there is of the territory.</summary>
    public IReadOnlyList<ReportKind> Kinds { get; init; } = [];

    public static string DraftName(string code, ReportKind kind, string? slug) => $"{code}-DRAFT-{(slug is null ? "" : slug + "-")}{kind.ToString().ToLowerInvariant()}.pdf";
}
