using Ccri.Domain.Plans;
using Ccri.Web.Features.Reports.Documents.Chapters;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents;

/// <summary>The investment plans of a territory (CEIP) as a document of their own.</summary>
public static class InvestmentPlanReport
{
    public static Report Of(ReportFacts facts)
    {
        var outline = new Outline();
        var part = PlanPart.Of(facts, PlanKind.Ceip);
        return DocumentFrame.Of(facts, "Investment plan report (CEIP)", outline,
        [
            .. SummaryChapter.Of(facts, outline, part.Has, whole: false),
            .. ChangesChapter.Of(facts, outline, part.Has),
            .. InvestmentPlanChapter.Of(facts, outline, part.Plans),
            .. FindingChapter.Of(part.Findings, outline),
        ],
        () => [.. part.Plans.SelectMany(p => ProjectTables.All(outline, p))]);
    }
}
