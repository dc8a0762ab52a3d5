using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>An item with the session in which it was said.</summary>
internal sealed record ToldItem(SessionSheet Session, SheetItem Item);

/// <summary>Items as rows of a table, the same in the minutes and in the report of the group.</summary>
internal static class ItemTable
{
    private const int LongestTopic = 48;

    private sealed record Part(Column Column, Func<ToldItem, Cell?> Cell);

    /// <param name="first">What the first column is headed.</param>
    /// <param name="heads">Items beneath heads of their own; an empty head is none.</param>
    /// <param name="withSession">Whether it says where each item was said.</param>
    public static TableBlock Of(string key, string first, IReadOnlyCollection<(string Head, IReadOnlyList<ToldItem> Items)> heads, bool withSession, bool withDimension)
    {
        var all = heads.SelectMany(h => h.Items).ToList();
        // Columns in which no row has anything to say are left out.
        List<Part> parts = [new(Column.Of("text", first, 3.4), i => new TextCell(i.Item.Text) { Note = About(i.Item) })];
        if (withDimension && all.Exists(i => i.Item.Dimension is not null))
            parts.Add(new(Column.Of("dimension", "Dimension", 1.2), i => i.Item.Dimension is { } dimension ? Words.Of(dimension) : null));
        if (withSession)
            parts.Add(new(Column.Of("session", "Session", 1.9), i => SaidIn(i.Session)));
        var rows = heads.Index().SelectMany(h => h.Item.Items.Select(Row).Prepend(h.Item.Head.Length == 0 || h.Item.Items.Count == 0 ? null : TableRow.Over(h.Item.Head, key: FormattableString.Invariant($"{key}-{h.Index + 1}")))).OfType<TableRow>();
        return new TableBlock([.. parts.Select(p => p.Column)], [.. rows]) { Key = key };

        TableRow Row(ToldItem item) => TableRow.Of(TableRow.KeyOf(item.Item.Id), [.. parts.Select(p => p.Cell(item))]);
    }

    /// <inheritdoc cref="Of(string, string, IReadOnlyCollection{ValueTuple{string, IReadOnlyList{ToldItem}}}, bool, bool)"/>
    public static TableBlock Of(string key, string first, IReadOnlyList<ToldItem> items, bool withSession, bool withDimension = true) => Of(key, first, [("", items)], withSession, withDimension);

    /// <summary>The day and the topic of the session; the annex of the report has long topics whole.</summary>
    public static Cell SaidIn(SessionSheet session) => new TextCell(SessionWords.Days(session)) { Note = $"{Short(session.Topic)}{(SessionWords.Standing(session) is { } standing ? $" ({standing})" : "")}" };

    /// <summary>Which territories and solutions it is about, beneath the words: titles of solutions are too long for a column.</summary>
    public static string? About(SheetItem item)
    {
        string[] about = [string.Join(", ", item.Territories.Select(t => t.Name)), string.Join(", ", item.Solutions.Select(s => s.Title))];
        return string.Join(". ", about.Where(names => names.Length > 0)) is { Length: > 0 } all ? all : null;
    }

    private static string Short(string topic)
    {
        if (topic.Length <= LongestTopic)
            return topic;
        var space = topic.LastIndexOf(' ', LongestTopic);
        var end = space > LongestTopic / 2 ? space : char.IsHighSurrogate(topic[LongestTopic - 1]) ? LongestTopic - 1 : LongestTopic;
        return $"{topic[..end]} …";
    }
}
