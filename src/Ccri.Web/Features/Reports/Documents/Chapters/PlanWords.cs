using Ccri.Domain.Plans;
using Ccri.Domain.Reports;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents.Chapters;

/// <summary>What is said of an action plan and of an investment plan alike.</summary>
internal static class PlanWords
{
    public static IEnumerable<Block> About(SnapshotPlan plan, TerritorySnapshot now, Outline outline)
    {
        var words = $"The {Words.Of(plan.Kind).ToLowerInvariant()} “{plan.Title}” ({plan.Code}) {Standing(plan)}{Valid(plan)}{(plan.Budget is { } budget ? $", with a budget of {Cells.Money(budget, plan.Currency)}" : "")}."
            + (plan.Kind == PlanKind.Ceap ? $" It has {Wording.Count(plan.Actions.Count, "action")}{(plan.Objectives.Count > 0 ? $" for {Wording.Count(plan.Objectives.Count, "objective")}" : "")}." : $" It has {Wording.Count(plan.Projects.Count, "project")}{(plan.Finances is { } code ? $" and finances {code}" : "")}.")
            + (plan.IsInvented ? " It was invented for a demonstration." : "");
        yield return new ParagraphBlock(words) { Key = $"{plan.Code}-about", Ref = outline.Ref(), Source = Sources.Of(plan.Said, now.Day) };
        if (plan.Summary is { } summary)
            foreach (var (text, i) in summary.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((t, i) => (t, i)))
                yield return new ParagraphBlock(text) { Key = FormattableString.Invariant($"{plan.Code}-summary-{i + 1}"), Ref = outline.Ref() };
        if (plan.Address is { } address)
            yield return new ParagraphBlock(new RichText(new Run("It is published at "), new Run(address, Href: address), new Run("."))) { Key = $"{plan.Code}-address" };
    }

    public static IEnumerable<Block> Recommendations(ReportFacts facts, SnapshotPlan plan, Outline outline)
    {
        // As with closed risks: what was answered after the period before had ended was told in its report.
        var told = facts.Before?.Plans.SelectMany(p => p.Recommendations).Where(r => r.AnsweredOn is not null).Select(Answered).ToHashSet() ?? [];
        var shown = plan.Recommendations.Where(r => !told.Contains(Answered(r))).ToList();
        if (shown.Count == 0)
            yield break;
        yield return outline.Part($"{plan.Code}-recommendations", "What the support office recommends");
        yield return new TableBlock(
            [Column.Of("text", "Recommendation", 2.6), Column.Of("section", "Section", 1.3), Column.Of("of", "Review of", kind: ColumnKind.Date), Column.Of("uptake", "Uptake"), Column.Of("answer", "Answer", 2.4)],
            [.. shown.Select(r => TableRow.Of(TableRow.KeyOf(r.Id), r.Text, r.Section is { } section ? Words.Of(section) : null, Cells.Day(r.ReviewedOn), Words.Of(r.Uptake), r.Answer is { } answer ? new TextCell(answer) { Note = r.AnsweredOn is { } on ? Wording.Date(on) : null } : null))])
        {
            Key = $"{plan.Code}-recommendations-table", Label = outline.Table(), Title = $"Recommendations, open or answered since {Wording.Date(facts.Now.Period.From)}",
        };
    }

    private static (Guid, Uptake, string?, DateOnly?) Answered(SnapshotRecommendation r) => (r.Id, r.Uptake, r.Answer, r.AnsweredOn);

    private static string Standing(SnapshotPlan plan) => plan switch
    {
        { AdoptedOn: { } on, AdoptedBy: { } by } => $"was adopted by {by} on {Wording.Date(on)}{Now(plan)}",
        { AdoptedOn: { } on } => $"was adopted on {Wording.Date(on)}{Now(plan)}",
        _ => $"is {Words.Of(plan.Status).ToLowerInvariant()}",
    };

    private static string Now(SnapshotPlan plan) => plan.Status == PlanStatus.Adopted ? "" : $" and is {Words.Of(plan.Status).ToLowerInvariant()} now";

    private static string Valid(SnapshotPlan plan) => plan.ValidFrom is null && plan.ValidTo is null ? "" : $", for {Words.Years(plan.ValidFrom, plan.ValidTo)}";
}
