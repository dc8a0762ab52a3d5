using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents;

/// <summary>Stands in until the documents are there.</summary>
public static class QuarterOverview
{
    public static Report Of(QuarterFacts facts)
    {
        var (now, issue) = (facts.Now, facts.Issue);
        var words = new ReportWords($"Frozen {Wording.Date(new DateTimeOffset(issue.At))}");
        var meta = new ReportMeta("Overview", "All territories", now.Period.Name, now.Period.Code, "Overview", "CCRI Coordination and Support Office", new DateTimeOffset(issue.At), words) { Draft = issue.IsDraft };
        return new Report(meta, [new HeadingBlock(1, "Overview"), .. now.Territories.Select(t => new ParagraphBlock($"{t.Name}: {t.Why}"))]);
    }
}
