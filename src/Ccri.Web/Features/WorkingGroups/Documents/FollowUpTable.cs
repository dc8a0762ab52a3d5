using Ccri.Web.Rendering;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>What is to be done, by whom and by when. Not whether it is late: that would change with the clock.</summary>
internal static class FollowUpTable
{
    public static TableBlock Of(string key, IReadOnlyCollection<ToldItem> items, bool withSession)
    {
        List<Column> columns = [Column.Of("what", "What is to be done", 3.2), Column.Of("who", "Who", 1.4), Column.Of("due", "Due", kind: ColumnKind.Date), Column.Of("done", "Done", kind: ColumnKind.Date)];
        if (withSession)
            columns.Add(Column.Of("session", "Session", 1.9));
        return new TableBlock(columns, [.. items.Select(i => TableRow.Of(TableRow.KeyOf(i.Item.Id), Row(i, withSession)))]) { Key = key };
    }

    private static List<Cell?> Row(ToldItem told, bool withSession)
    {
        var item = told.Item;
        List<Cell?> cells =
        [
            new TextCell(item.Text) { Note = ItemTable.About(item) },
            item.Owner, item.Due is { } due ? Wording.Date(due) : (string?)null,
            item.DoneAt is { } done ? Wording.Date(new DateTimeOffset(done, TimeSpan.Zero)) : "Open",
        ];
        if (withSession)
            cells.Add(ItemTable.SaidIn(told.Session));
        return cells;
    }
}
