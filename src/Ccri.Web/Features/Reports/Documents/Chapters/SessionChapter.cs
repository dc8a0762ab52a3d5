using Ccri.Domain.Reports;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents.Chapters;

/// <summary>The sessions and events of the period that the territory came to or missed, and what was said there that names it. Facts from before sessions were recorded have no such chapter.</summary>
internal static class SessionChapter
{
    private const int MostRows = 60;

    public static IEnumerable<Block> Of(ReportFacts facts, Outline outline)
    {
        if (facts.Now.Sessions is not { } sessions)
            yield break;
        yield return outline.Chapter("sessions", "Working groups and events");
        var expected = sessions.Where(s => s.Presence is not null).ToList();
        if (expected.Count > 0)
            yield return new ParagraphBlock($"This territory took part in {Wording.Number(expected.Count(s => s.Presence == Presence.Present))} of {Wording.Count(expected.Count, "session or event", "sessions and events")} of {facts.Now.Period.Code} that it belongs to or came to.") { Key = "sessions-total", Ref = outline.Ref() };
        var (shown, rest) = Cells.AtMost(expected, MostRows);
        yield return new TableBlock(
            [Column.Of("on", "Day", kind: ColumnKind.Date), Column.Of("topic", "What", 3.2), Column.Of("group", "Group", 2), Column.Of("format", "Format"), Column.Of("presence", "This territory")],
            [.. shown.Select(s => TableRow.Of(TableRow.KeyOf(s.Id), s.LastOn is { } last ? new TextCell(Wording.Date(s.On)) { Note = $"until {Wording.Date(last)}" } : Wording.Date(s.On),
                new TextCell(s.Topic) { Note = Words.Of(s.Kind) }, s.Group ?? QuarterGroup.Everybody, s.Format is { } format ? Words.Of(format) : (string?)null, Words.Of(s.Presence!.Value)))])
        {
            Key = "sessions-table", Label = outline.Table(), Title = "Sessions and events", Empty = "This territory was at no session or event of this period, and missed none.", Source = Cells.Beneath(rest, null),
        };
        var said = sessions.SelectMany(s => s.Items.Index().Select(i => Row(s, i.Item, i.Index))).ToList();
        if (said.Count == 0)
            yield break;
        var (rows, more) = Cells.AtMost((IReadOnlyList<TableRow>)said, MostRows);
        yield return new TableBlock([Column.Of("text", "What was said", 3.4), Column.Of("kind", "Kind", 1.2), Column.Of("dimension", "Dimension", 1.3), Column.Of("session", "Where", 2)], rows)
        {
            Key = "sessions-items", Label = outline.Table(), Title = "What was said that names this territory", Subtitle = "From minutes that are final", Source = Cells.Beneath(more, null),
        };
    }

    private static TableRow Row(SnapshotSession session, SnapshotSessionItem item, int index) => TableRow.Of(FormattableString.Invariant($"{TableRow.KeyOf(session.Id)}-{index + 1}"),
        item.Text, Words.Of(item.Kind), item.Dimension is { } dimension ? Words.Of(dimension) : (string?)null, new TextCell(session.Topic) { Note = Wording.Date(session.On) });
}
