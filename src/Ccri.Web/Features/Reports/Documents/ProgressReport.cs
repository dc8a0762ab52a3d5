using Ccri.Domain.Plans;
using Ccri.Web.Features.Reports.Documents.Chapters;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents;

/// <summary>The progress report of a territory: all chapters. Source: domain.md section 7.</summary>
public static class ProgressReport
{
    public static Report Of(ReportFacts facts)
    {
        var outline = new Outline();
        var (now, actions, money) = (facts.Now, facts.Now.Plans.Where(p => p.Kind == PlanKind.Ceap).ToList(), facts.Now.Plans.Where(p => p.Kind == PlanKind.Ceip).ToList());
        return DocumentFrame.Of(facts, "Progress report", outline,
        [
            .. SummaryChapter.Of(facts, outline, _ => true, whole: true),
            .. ChangesChapter.Of(facts, outline, _ => true),
            .. ActionPlanChapter.Of(facts, outline, actions, inFull: false),
            .. InvestmentPlanChapter.Of(facts, outline, money),
            .. SolutionChapter.Of(facts, outline),
            .. NeedChapter.Of(facts, outline),
            .. SessionChapter.Of(facts, outline),
            .. IndicatorChapter.Of(facts, outline),
            .. RiskChapter.Of(facts, outline),
            .. NextChapter.Of(facts, outline),
            .. FindingChapter.Of(now.Findings, outline),
        ],
        () =>
        [
            .. actions.SelectMany(plan => ActionTables.All(outline, plan)),
            .. money.SelectMany(plan => ProjectTables.All(outline, plan)),
            .. IndicatorChapter.Observations(now, outline),
        ]);
    }
}
