using Ccri.Domain.Plans;
using Ccri.Domain.Reports;
using Ccri.Web.Charts;
using Ccri.Web.Features.Shared.Blocks;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents.Chapters;

/// <summary>The investment plans: pipeline, where the money comes from, what is still to be found, the projects. Amounts of confidential projects are not in the facts.</summary>
internal static class InvestmentPlanChapter
{
    public static IEnumerable<Block> Of(ReportFacts facts, Outline outline, IReadOnlyList<SnapshotPlan> plans)
    {
        yield return outline.Chapter("investment-plan", plans.Count > 1 ? "Investment plans" : "Investment plan");
        if (plans.Count == 0)
            yield return new ParagraphBlock("No investment plan is recorded for this territory.") { Key = "investment-plan-none", Ref = outline.Ref() };
        outline.Split(plans.Count > 1);
        foreach (var plan in plans)
        {
            if (plans.Count > 1)
                yield return outline.Section($"plan-{plan.Code}", plan.Title);
            foreach (var block in Of(facts, outline, plan))
                yield return block;
        }
        outline.Split(false);
    }

    private static IEnumerable<Block> Of(ReportFacts facts, Outline outline, SnapshotPlan plan)
    {
        List<Block> blocks = [.. PlanWords.About(plan, facts.Now, outline)];
        if (plan.Projects.Count == 0)
            return [.. blocks, new ParagraphBlock("No investment project is recorded in it.") { Key = $"{plan.Code}-no-projects", Ref = outline.Ref() }];
        var counted = plan.Projects.Where(p => InvestmentProject.Counts(p.Stage)).ToList();
        var money = counted.ConvertAll(p => p.ToMoney());
        blocks.Add(new ParagraphBlock(InWords(Funding.Of(money), counted)) { Key = $"{plan.Code}-money", Ref = outline.Ref() });
        blocks.Add(outline.Part($"{plan.Code}-pipeline", "Pipeline"));
        blocks.AddRange(new ChartInReport(Pipeline(plan.Projects), "How far the projects have come", "No project is recorded.")
        { Key = $"{plan.Code}-pipeline-chart", Label = outline.Figure(), Subtitle = "Projects in each stage, and what they need as far as it is known" }.Blocks());
        blocks.Add(outline.Part($"{plan.Code}-funding", "Funding and gap"));
        blocks.AddRange(new ChartInReport(Gap(Funding.Cover(money)), "Secured, in talks and still to be found", "What the projects need, or what is secured of it, is not known, so no gap can be drawn.")
        { Key = $"{plan.Code}-gap", Label = outline.Figure(), Subtitle = $"Over the {Wording.Count(Funding.Cover(money).Projects, "project")} whose gap is known" }.Blocks());
        blocks.AddRange(new ChartInReport(Mix(money), "Where the money comes from", "No funding line with an amount is recorded.")
        { Key = $"{plan.Code}-mix", Label = outline.Figure(), Subtitle = "By source; what was rejected is left out" }.Blocks());
        blocks.Add(outline.Part($"{plan.Code}-projects", "Projects"));
        blocks.Add(ProjectTables.Projects(facts, outline, plan));
        blocks.Add(ProjectTables.LinesByState(outline, plan));
        blocks.AddRange(PlanWords.Recommendations(facts, plan, outline));
        return blocks;
    }

    /// <summary>Needed, secured, the gap, and what these sums leave out.</summary>
    private static string InWords(Funding money, List<SnapshotProject> counted)
    {
        var withheld = counted.Count(p => p.IsWithheld);
        var unknown = Math.Max(money.Gap.LeftOut - withheld, 0);
        var left = (withheld, unknown) switch
        {
            (0, 0) => "",
            (_, 0) => $" The sums leave out {Wording.Count(withheld, "project")} whose amounts are confidential and withheld.",
            (0, _) => $" The sums leave out what is not known: of {Wording.Count(unknown, "project")} the need or a secured amount is missing.",
            _ => $" The sums leave out {Wording.Count(withheld, "project")} whose amounts are confidential and withheld, and what is not known: of {Wording.Count(unknown, "more project")} the need or a secured amount is missing.",
        };
        return $"{(money.Needed.IsKnown ? $"The projects need {Cells.Euro(money.Needed.Cents)} to prepare and to build" : "What the projects need is not known")}. "
            + $"{(money.Secured.IsKnown ? $"{Cells.Euro(money.Secured.Cents)} is contracted or paid out" : "What is secured is not known")}"
            + $"{(money.Gap.IsKnown ? money.Gap.Cents > 0 ? $"; the gap is {Cells.Euro(money.Gap.Cents)}" : "; there is no gap" : "; the gap is not known")}."
            + (money.PrivateShare is { } share ? $" {Wording.Percent(share)} of what is secured is private." : "")
            + left;
    }

    private static GapBar Gap(Coverage cover)
    {
        var gap = cover.InTalks + cover.Rest;
        return new GapBar(Cells.Amount(cover.Needed), Cells.Amount(cover.Secured), Cells.Amount(cover.InTalks), Cells.Euro(cover.Rest), gap > 0 ? $"Gap {Cells.Euro(gap)}" : "No gap");
    }

    private static ProjectPipeline Pipeline(IReadOnlyList<SnapshotProject> projects) => new([.. Enum.GetValues<ProjectStage>()
        .Select(stage => (Stage: stage, Projects: projects.Where(p => p.Stage == stage).ToList()))
        .Where(at => at.Stage != ProjectStage.Stopped || at.Projects.Count > 0)
        .Select(at => new PipelineStage(Words.Of(at.Stage), at.Projects.Count, Wording.Number(at.Projects.Count), InvestmentProject.Counts(at.Stage) ? Needed(at.Projects) : null))]);

    private static string? Needed(List<SnapshotProject> projects) => Sum.Of(projects.Select(p => p.Capex + p.Preparation)) is { Counted: > 0 } sum
        ? $"{Cells.Euro(sum.Cents)}{(sum.LeftOut > 0 ? $" ({Wording.Number(sum.LeftOut)} not known)" : "")}" : null;

    private static FundingMix Mix(IEnumerable<ProjectMoney> projects) => new([.. projects.SelectMany(p => p.Lines).Where(line => line.Status != FundingStatus.Rejected && line.Amount is not null)
        .GroupBy(line => line.Source)
        .Select(of => (Source: of.Key, Secured: of.Where(l => FundingLine.IsSecured(l.Status)).Sum(l => l.Amount ?? 0), Open: of.Where(l => !FundingLine.IsSecured(l.Status)).Sum(l => l.Amount ?? 0)))
        .OrderByDescending(of => of.Secured).ThenByDescending(of => of.Open).ThenBy(of => of.Source)
        .Select(of => new SourceMark(Words.Of(of.Source), Cells.Amount(of.Secured), Cells.Amount(of.Open)))]);
}
