using Ccri.Domain.Reports;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents;

/// <summary>Stands in until the documents are there.</summary>
public static class ReportDocuments
{
    public static Report Of(ReportKind kind, ReportFacts facts)
    {
        var (now, issue) = (facts.Now, facts.Issue);
        var words = new ReportWords($"Frozen {Wording.Date(new DateTimeOffset(issue.At))}");
        var meta = new ReportMeta(kind.ToString(), now.Territory.Name, now.Period.Name, now.Period.Code, $"{now.Territory.Name}, {kind}", "CCRI Coordination and Support Office", new DateTimeOffset(issue.At), words)
        {
            Draft = issue.IsDraft,
        };
        return new Report(meta, [new HeadingBlock(1, now.Territory.Name), new ParagraphBlock(now.Status.Why), new ParagraphBlock(now.Summary?.Text ?? "No summary."), new ParagraphBlock($"SHA-256 {issue.SnapshotSha256}")]);
    }
}
