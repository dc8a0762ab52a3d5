using Ccri.Web.Rendering;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>What is to be done, by whom and by when. Not whether it is late: that would change with the clock.</summary>
internal static class FollowUpTable
{
    public static TableBlock Of(string key, IReadOnlyCollection<ToldItem> items, bool withSession)
    {
        List<Column> columns = [new("What is to be done") { Key = "what", Width = 3.2 }, new("Who") { Key = "who", Width = 1.4 }, new("Due") { Key = "due", Kind = ColumnKind.Date }, new("Done") { Key = "done", Kind = ColumnKind.Date }];
        if (withSession)
            columns.Add(new Column("Session") { Key = "session", Width = 1.9 });
        return new TableBlock(columns, [.. items.Select(i => TableRow.Of(Columns.Key(i.Item.Id), Row(i, withSession)))]) { Key = key };
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
