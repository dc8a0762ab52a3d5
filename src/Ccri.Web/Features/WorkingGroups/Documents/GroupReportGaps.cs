using Ccri.Domain.Solutions;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>What the report of a group says nothing of yet: dimensions, territories that are members, and their solutions.</summary>
internal static class GroupReportGaps
{
    private static readonly ItemKind[] Sorted = [ItemKind.Barrier, ItemKind.Lever, ItemKind.Tool, ItemKind.GoodPractice];

    public static IEnumerable<Block> Of(GroupReportFacts facts, List<ToldItem> items, Outline outline)
    {
        yield return outline.Chapter("gaps", "Gaps");
        if (items.Count == 0)
        {
            yield return new ParagraphBlock("Nothing stands in this report yet, so every dimension, every member and every solution is a gap.") { Key = "gaps-all", Ref = outline.Ref() };
            yield break;
        }
        yield return Dimensions(items, outline);
        var named = items.SelectMany(i => i.Item.Territories.Select(t => t.Id)).Concat(items.Select(i => i.Item.OwnerTerritoryId).OfType<Guid>()).ToHashSet();
        yield return Sentence("gaps-territories", outline, [.. facts.Members.Where(m => m.TerritoryId is { } id && !named.Contains(id)).Select(m => m.Name)],
            facts.Members.Any(m => m.TerritoryId is not null) ? "Every territory that is a member is named by an item." : "No territory is a member of this group.", "Territories that are members, and that no item names: ");
        var solutions = items.SelectMany(i => i.Item.Solutions.Select(s => s.Id)).ToHashSet();
        yield return Sentence("gaps-solutions", outline, [.. facts.Solutions.Where(s => !solutions.Contains(s.Id)).Select(s => $"{s.Title} ({s.Territory})")],
            facts.Solutions.Count > 0 ? "Every solution of a territory that is a member is named by an item." : "No solution of a territory that is a member is recorded.", "Solutions of members that no item names: ");
    }

    private static TableBlock Dimensions(List<ToldItem> items, Outline outline)
    {
        var counts = items.CountBy(i => (i.Item.Kind, i.Item.Dimension)).ToDictionary();
        return new TableBlock(
            [Column.Of("dimension", "Dimension", 2), .. Sorted.Select(kind => Column.Of(kind.ToString().ToLowerInvariant(), Words.Several(kind), 1))],
            [.. Enum.GetValues<FactorDimension>().Select(dimension => TableRow.Of(dimension.ToString(),
                [Words.Of(dimension), .. Sorted.Select(kind => counts.GetValueOrDefault((kind, dimension)) is > 0 and var some ? (Cell)new TextCell(Wording.Number(some)) : new TextCell("nothing") { Strong = true })]))])
        {
            Key = "gaps-dimensions", Label = outline.Table(), Title = "How often each dimension is spoken of",
        };
    }

    private static Block Sentence(string key, Outline outline, IReadOnlyList<string> missing, string none, string some) =>
        new ParagraphBlock(missing.Count == 0 ? none : $"{some}{string.Join("; ", missing)}.") { Key = key, Ref = outline.Ref() };
}
