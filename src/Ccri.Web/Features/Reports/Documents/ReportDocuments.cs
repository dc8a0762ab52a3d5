using Ccri.Domain.Reports;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents;

/// <summary>The documents of a territory, by their kind.</summary>
public static class ReportDocuments
{
    /// <exception cref="ArgumentOutOfRangeException">For the overview of a quarter: it is of all territories, see <see cref="QuarterOverview"/>.</exception>
    public static Report Of(ReportKind kind, ReportFacts facts) => kind switch
    {
        ReportKind.Progress => ProgressReport.Of(facts),
        ReportKind.Ceap => ActionPlanReport.Of(facts),
        ReportKind.Ceip => InvestmentPlanReport.Of(facts),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No document of one territory is of this kind."),
    };
}
