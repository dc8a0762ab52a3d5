using Ccri.Domain.Plans;
using Ccri.Web.Charts;

namespace Ccri.Web.Features.Plans;

/// <summary>The drawings of an investment plan, made of its projects' money.</summary>
public static class InvestmentCharts
{
    /// <summary>What the projects need whose gap is known, and who covers it.</summary>
    public static GapBar Gap(Coverage cover)
    {
        var gap = cover.InTalks + cover.Rest;
        return new GapBar(Euro(cover.Needed), Euro(cover.Secured), Euro(cover.InTalks), Words.Briefly(cover.Rest), gap > 0 ? $"Gap {Words.Briefly(gap)}" : "No gap");
    }

    /// <summary>How many projects have come how far, and what those need; for a stopped one nobody looks for money any more.</summary>
    public static ProjectPipeline Pipeline(IReadOnlyList<ProjectRow> projects) => new([.. Enum.GetValues<ProjectStage>()
        .Select(stage => (Stage: stage, Rows: projects.Where(p => p.Stage == stage).ToList()))
        .Where(at => at.Stage != ProjectStage.Stopped || at.Rows.Count > 0)
        .Select(at => new PipelineStage(Words.Of(at.Stage), at.Rows.Count, Words.Of(at.Rows.Count), InvestmentProject.Counts(at.Stage) ? Needed(at.Rows) : null))]);

    /// <summary>Where the money comes from; what was rejected is none.</summary>
    public static FundingMix Mix(IEnumerable<ProjectMoney> projects) => new([.. projects.SelectMany(p => p.Lines).Where(line => line.Status != FundingStatus.Rejected && line.Amount is not null)
        .GroupBy(line => line.Source)
        .Select(of => (Source: of.Key, Secured: Cents(of, line => FundingLine.IsSecured(line.Status)), Open: Cents(of, line => !FundingLine.IsSecured(line.Status))))
        .OrderByDescending(of => of.Secured).ThenByDescending(of => of.Open).ThenBy(of => of.Source)
        .Select(of => new SourceMark(Words.Of(of.Source), Euro(of.Secured), Euro(of.Open)))]);

    private static long Cents(IEnumerable<LineMoney> lines, Func<LineMoney, bool> which) => lines.Where(which).Sum(line => line.Amount ?? 0);

    private static string? Needed(List<ProjectRow> projects) => Sum.Of(projects.Select(p => p.Funding is { Needed: { IsKnown: true } needed } ? needed.Cents : (long?)null)) is { Counted: > 0 } sum
        ? $"{Words.Briefly(sum.Cents)}{(sum.LeftOut > 0 ? $" ({Words.Of(sum.LeftOut)} not known)" : "")}" : null;

    private static Amount Euro(long cents) => new(cents, Words.Briefly(cents));
}
