using Ccri.Domain.Needs;
using Ccri.Web.Charts;
using Ccri.Web.Features.Shared.Blocks;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents;

/// <summary>Needs and support in the overview of a quarter: by tier, by dimension, and expert-days against plan.</summary>
internal static class QuarterNeeds
{
    public static IEnumerable<Block> Of(QuarterSupport? support, Outline outline)
    {
        if (support is null)
            yield break;
        yield return new HeadingBlock(2, "Needs and support") { Key = "needs" };
        yield return Tiers(support, outline);
        foreach (var block in new ChartInReport(new DumbbellRows([.. support.Dimensions.Select(Row)], "Median, first", "Median, now"), "Where the cohort stands", "No territory was assessed yet.")
            { Key = "needs-dimensions", Label = outline.Figure(), Subtitle = Subtitle(support) }.Blocks())
            yield return block;
        yield return Days("partners", "Partner", "Expert-days by partner", support.Partners, outline);
        yield return Days("territories", "Territory", "Expert-days by territory", support.Territories, outline);
        foreach (var (i, exception) in support.Exceptions.Index())
            yield return new ParagraphBlock($"Exception from the tier: {exception.Territory}, {exception.What} ({Wording.Date(exception.On)}). Reason: {exception.Reason}") { Key = FormattableString.Invariant($"needs-exception-{i + 1}") };
    }

    private static TableBlock Tiers(QuarterSupport support, Outline outline)
    {
        var all = support.Tiers;
        var rows = all.Select((t, i) => Row(FormattableString.Invariant($"tier-{i + 1}"), t.Tier ?? "In no tier", t));
        if (all.Count > 1)
            rows = rows.Append(Row("tier-all", "All", new QuarterTier(null, all.Sum(t => t.Territories), all.Sum(t => t.Assessed), all.Sum(t => t.Open), all.Sum(t => t.Unserved), all.Sum(t => t.Met), all.Sum(t => t.Partly), all.Sum(t => t.NotMet), all.Sum(t => t.Days), all.Sum(t => t.Planned))) with { Total = true });
        return new TableBlock(
            [Column.Of("tier", "Tier", 1.4), Number("territories", "Territories"), Number("assessed", "Assessed"), Number("open", "Open needs"), Number("unserved", "Unserved"), Number("met", "Met"), Number("partly", "Partly"), Number("not-met", "Not met"), Days("days", "Expert-days"), Days("planned", "Planned")],
            [.. rows])
        {
            Key = "needs-tiers", Dense = true, Label = outline.Table(), Title = "Needs and support by tier",
            Subtitle = $"Unserved: open, and nobody has served it for more than {Wording.Number(Unserved.TooLong)} days; verdicts that were written down within the period",
        };

        static TableRow Row(string key, string name, QuarterTier tier) => TableRow.Of(key, name, Wording.Number(tier.Territories), Wording.Number(tier.Assessed), Wording.Number(tier.Open), Wording.Number(tier.Unserved),
            Wording.Number(tier.Met), Wording.Number(tier.Partly), Wording.Number(tier.NotMet), Words.OfDays(tier.Days), Words.OfDays(tier.Planned));
    }

    private static DumbbellRow Row(QuarterDimension dimension)
    {
        var needs = $"{Wording.Number(dimension.OpenNeeds)}\u00a0open";
        return new DumbbellRow(dimension.Name, dimension.First, dimension.Now, dimension switch
        {
            { First: { } first, Now: { } now } => $"{Half(first)} → {Half(now)}, {needs}",
            { Now: { } now } => $"{Half(now)}, {needs}",
            _ => needs,
        }, dimension.Cluster);
    }

    private static string Subtitle(QuarterSupport support)
    {
        var compared = support.Dimensions.Select(d => d.Compared).DefaultIfEmpty().Max();
        return $"{(compared == 0 ? "Median of all territories, which were assessed once" : compared == 1 ? "The one territory that was assessed twice" : $"Median of the {Wording.Count(compared, "territory", "territories")} assessed twice")}, from 0 to 5; open needs of all territories";
    }

    private static TableBlock Days(string key, string what, string title, IReadOnlyList<QuarterDays> rows, Outline outline) => new(
        [Column.Of("name", what, 3), Days("given", "Given"), Days("planned", "Planned"), Days("apart", "Difference")],
        [.. rows.Select(r => TableRow.Of($"{key}-{TableRow.KeyOf(r.Id)}", r.Name, Words.OfDays(r.Given), r.Planned == 0 ? null : Words.OfDays(r.Planned), r.Planned == 0 ? null : Wording.Change(r.Given - r.Planned, 2)))])
    {
        Key = $"needs-{key}", Dense = true, Label = outline.Table(), Title = title, Subtitle = $"Within the period: {Words.OfDays(rows.Sum(r => r.Given))} given, {Words.OfDays(rows.Sum(r => r.Planned))} planned",
        Empty = "No expert-days were given or planned in this period.",
    };

    private static Column Number(string key, string name) => Column.Of(key, name, kind: ColumnKind.Number);

    private static Column Days(string key, string name) => Column.Of(key, name, kind: ColumnKind.Decimal);

    private static string Half(decimal median) => Wording.Number(median, median % 1 == 0 ? 0 : 1);
}
