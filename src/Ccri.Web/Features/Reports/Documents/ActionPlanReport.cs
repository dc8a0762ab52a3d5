using Ccri.Domain.Plans;
using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports.Documents.Chapters;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents;

/// <summary>The action plans of a territory (CEAP) as a document of their own, in full.</summary>
public static class ActionPlanReport
{
    public static Report Of(ReportFacts facts)
    {
        var outline = new Outline();
        var part = PlanPart.Of(facts, PlanKind.Ceap);
        return DocumentFrame.Of(facts, "Action plan report (CEAP)", outline,
        [
            .. SummaryChapter.Of(facts, outline, part.Has, whole: false),
            .. ChangesChapter.Of(facts, outline, part.Has),
            .. ActionPlanChapter.Of(facts, outline, part.Plans, inFull: true),
            .. FindingChapter.Of(part.Findings, outline),
        ],
        () => [.. part.Plans.SelectMany(p => ActionTables.All(outline, p))]);
    }
}
