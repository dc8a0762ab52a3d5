using Ccri.Domain.Solutions;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>The report that a working group owes, assembled from what was said in its sessions. Source: domain.md section 2, "the published skeleton".</summary>
public static class GroupReport
{
    public static Report Of(GroupReportFacts facts)
    {
        var newest = new DateTimeOffset(facts.NewestAt, TimeSpan.Zero);
        var told = facts.Sessions.SelectMany(s => s.Items.Select(i => new ToldItem(s, i))).ToList();
        var (items, outline) = (told.Where(i => i.Item.LeftOutReason is null).ToList(), new Outline());
        List<Block> blocks =
        [
            Cover(facts, newest),
            new ContentsBlock("Contents") { Key = "contents" },
            .. Introduction(facts, items, outline),
            .. BarriersAndLevers(facts, items, outline),
            .. KnowledgeAndTools(facts, items, outline),
            .. Practices(facts, items, outline),
            .. Recommendations(facts, items, outline),
            .. Decided(items, outline),
            .. GroupReportGaps.Of(facts, items, outline),
            .. Annex(facts, told, outline),
        ];
        var meta = new ReportMeta("Working-group report", facts.Name, Subtitle(facts), Wording.Date(newest), $"{facts.Code}, working-group report", Publisher.Author, newest,
            new ReportWords($"As it was logged on {Wording.Instant(newest)}") { Attachment = "The facts this report was made from" });
        return new Report(meta, blocks);
    }

    private static string Subtitle(GroupReportFacts facts) => facts.Sessions switch
    {
        [] => "No session was held yet",
        [var only] => $"Assembled from the session of {SessionWords.Days(only)}",
        [var first, .., var last] => $"Assembled from {Wording.Count(facts.Sessions.Count, "session")}, {SessionWords.Days(first)} to {SessionWords.Days(last)}",
    };

    private static CoverBlock Cover(GroupReportFacts facts, DateTimeOffset newest)
    {
        var unsettled = facts.Sessions.Count(s => s.State != SessionState.Final);
        return new CoverBlock(Publisher.Organisation,
        [
            new("Group", facts.Code),
            new("Leader", facts.Leader ?? "Not published"),
            new("Report due", facts.Due is { } year ? FormattableString.Invariant($"{year}") : "Not stated"),
            new("State of the log", Wording.Date(newest)),
        ])
        {
            Key = "cover", Unit = Publisher.Unit, Funding = Publisher.Funded,
            Remarks = unsettled == 0 ? null : [$"The minutes of {Wording.Count(unsettled, "session")} are not final yet. What was said in {(unsettled == 1 ? "it" : "them")} is marked, and may still change."],
        };
    }

    private static IEnumerable<Block> Introduction(GroupReportFacts facts, List<ToldItem> items, Outline outline)
    {
        yield return outline.Chapter("introduction", Words.Of(GroupReportSection.Introduction));
        foreach (var block in Text(facts, GroupReportSection.Introduction, outline))
            yield return block;
        yield return new FiguresBlock(
        [
            new Figure(Wording.Number(facts.Sessions.Count), facts.Sessions.Count == 1 ? "session held" : "sessions held"),
            new Figure(Wording.Number(facts.Sessions.Sum(s => s.People)), "people, each session counted for itself"),
            new Figure(Wording.Number(items.Count), items.Count == 1 ? "item said or agreed" : "items said or agreed"),
            new Figure(Wording.Number(items.Count(i => i.Item.IsOpen)), "follow-ups open"),
        ]) { Key = "figures" };
        List<KeyValue> about = [];
        if (facts.Topics.Count > 0)
            about.Add(new("Topics", string.Join("; ", facts.Topics)) { Key = "topics" });
        about.AddRange(facts.Members.GroupBy(m => m.Category).Select(g => new KeyValue($"{Words.Of(g.Key)}s", string.Join(", ", g.Select(m => m.Name))) { Key = g.Key.ToString() }));
        yield return about.Count == 0 ? new ParagraphBlock("No member is known yet.") { Key = "members-none", Ref = outline.Ref() } : new KeyValuesBlock(about) { Key = "members" };
    }

    private static IEnumerable<Block> BarriersAndLevers(GroupReportFacts facts, List<ToldItem> items, Outline outline)
    {
        yield return outline.Chapter("barriers-and-levers", Words.Of(GroupReportSection.BarriersAndLevers));
        foreach (var block in Text(facts, GroupReportSection.BarriersAndLevers, outline))
            yield return block;
        var said = items.Where(i => i.Item.Kind is ItemKind.Barrier or ItemKind.Lever).ToList();
        if (said.Count == 0)
            yield return None("barriers", "No barrier and no lever is logged yet. Here they stand by dimension, such as regulation or procurement, each with the territories and solutions it concerns.", outline);
        foreach (var of in said.GroupBy(i => i.Item.Dimension).OrderBy(g => g.Key is null).ThenBy(g => g.Key))
        {
            var key = $"dimension-{of.Key?.ToString().ToLowerInvariant() ?? "none"}";
            yield return outline.Section(key, Name(of.Key));
            yield return ItemTable.Of($"{key}-items", Name(of.Key), [Head(ItemKind.Barrier, of), Head(ItemKind.Lever, of)], withSession: true, withDimension: false);
        }
    }

    private static (string, IReadOnlyList<ToldItem>) Head(ItemKind kind, IEnumerable<ToldItem> of)
    {
        List<ToldItem> items = [.. of.Where(i => i.Item.Kind == kind)];
        return ($"{Words.Several(kind)}: {Wording.Number(items.Count)}", items);
    }

    private static IEnumerable<Block> KnowledgeAndTools(GroupReportFacts facts, List<ToldItem> items, Outline outline)
    {
        yield return outline.Chapter("knowledge-and-tools", Words.Of(GroupReportSection.KnowledgeAndTools));
        foreach (var block in Text(facts, GroupReportSection.KnowledgeAndTools, outline))
            yield return block;
        var said = items.Where(i => i.Item.Kind == ItemKind.Tool).ToList();
        if (said.Count == 0)
            yield return None("tools", "No knowledge and no tool is logged yet. Here they stand in three parts: technical, regulatory and socio-economic.", outline);
        foreach (var of in said.GroupBy(i => i.Item.Dimension is { } dimension ? KnowledgeAreas.Of(dimension) : (KnowledgeArea?)null).OrderBy(g => g.Key is null).ThenBy(g => g.Key))
        {
            var key = $"area-{of.Key?.ToString().ToLowerInvariant() ?? "none"}";
            yield return outline.Section(key, of.Key is { } area ? Words.Of(area) : NotSorted);
            yield return ItemTable.Of($"{key}-items", of.Key is { } kind ? $"{Words.Of(kind)} knowledge or tool" : "Knowledge or tool", [.. of.OrderBy(i => i.Item.Dimension)], withSession: true);
        }
    }

    private static IEnumerable<Block> Practices(GroupReportFacts facts, List<ToldItem> items, Outline outline)
    {
        yield return outline.Chapter("practices", Words.Of(GroupReportSection.Practices));
        foreach (var block in Text(facts, GroupReportSection.Practices, outline))
            yield return block;
        yield return Table("practices", "Practice", items, ItemKind.GoodPractice) ?? None("practices", "No good practice is logged yet. Here stands the catalogue: what was done, where, for which solution, and in which session it was shown.", outline);
    }

    private static IEnumerable<Block> Recommendations(GroupReportFacts facts, List<ToldItem> items, Outline outline)
    {
        yield return outline.Chapter("recommendations", Words.Of(GroupReportSection.Recommendations));
        foreach (var block in Text(facts, GroupReportSection.Recommendations, outline))
            yield return block;
        yield return Table("recommendations", "Recommendation", items, ItemKind.Recommendation) ?? None("recommendations", "No recommendation is logged yet. Here stands what the group recommends, and to which territories and solutions it applies.", outline);
    }

    private static IEnumerable<Block> Decided(List<ToldItem> items, Outline outline)
    {
        yield return outline.Chapter("decisions", "Decisions and actions");
        var (decisions, actions) = (Table("decisions", "Decision", items, ItemKind.Decision), items.Where(i => i.Item.Kind == ItemKind.Action).ToList());
        if (decisions is null && actions.Count == 0)
            yield return None("decisions", "Nothing was decided and nothing is to be done yet. Here stand the decisions of the group and its follow-ups with who does them by when.", outline);
        if (decisions is not null)
        {
            yield return outline.Section("decisions-taken", "Decisions");
            yield return decisions;
        }
        if (actions.Count > 0)
        {
            yield return outline.Section("actions-agreed", "Follow-ups");
            yield return FollowUpTable.Of("actions", [.. actions.OrderBy(i => i.Item.DoneAt is not null).ThenBy(i => i.Item.Due)], withSession: true);
        }
    }

    private static IEnumerable<Block> Annex(GroupReportFacts facts, List<ToldItem> told, Outline outline)
    {
        yield return outline.Annex("annex", "Annex");
        yield return new TableBlock(
            [Column.Of("day", "Day"), Column.Of("topic", "Topic", 3.4), Column.Of("format", "Format"), Column.Of("people", "People", kind: ColumnKind.Number), Column.Of("items", "Items", kind: ColumnKind.Number), Column.Of("minutes", "Minutes")],
            [.. facts.Sessions.Select(s => TableRow.Of(TableRow.KeyOf(s.Id), SessionWords.Days(s), s.SubGroup is null ? s.Topic : new TextCell(s.Topic) { Note = $"Sub-group {s.SubGroup}" },
                s.Format is { } format ? Words.Of(format) : (string?)null, s.People == 0 ? null : Wording.Number(s.People), Wording.Number(s.Items.Count), Words.Of(s.State)))])
        {
            Key = "sessions", Label = outline.Table(), Title = "Sessions held", Empty = "No session was held yet.",
        };
        var leftOut = told.Where(i => i.Item.LeftOutReason is not null).ToList();
        if (leftOut.Count > 0)
            yield return new TableBlock(
                [Column.Of("text", "What was said", 2.6), Column.Of("kind", "Kind"), Column.Of("session", "Session", 1.5), Column.Of("reason", "Why it is left out", 2)],
                [.. leftOut.Select(i => TableRow.Of($"out-{TableRow.KeyOf(i.Item.Id)}", i.Item.Text, Words.Of(i.Item.Kind), ItemTable.SaidIn(i.Session), i.Item.LeftOutReason))])
            {
                Key = "left-out", Label = outline.Table(), Title = "What was said and is left out of this report",
            };
    }

    internal const string NotSorted = "Not sorted yet";

    internal static string Name(FactorDimension? dimension) => dimension is { } known ? Words.Of(known) : NotSorted;

    private static Block? Table(string key, string first, List<ToldItem> items, ItemKind kind) =>
        items.Where(i => i.Item.Kind == kind).ToList() is { Count: > 0 } some ? ItemTable.Of($"{key}-items", first, some, withSession: true) : null;

    /// <summary>What the lead wrote stands at the head of its section.</summary>
    private static IEnumerable<Block> Text(GroupReportFacts facts, GroupReportSection section, Outline outline) =>
        facts.Texts.TryGetValue(section, out var text) ? [new ParagraphBlock(text) { Key = $"{section.ToString().ToLowerInvariant()}-text", Ref = outline.Ref() }] : [];

    private static ParagraphBlock None(string key, string sentence, Outline outline) => new(sentence) { Key = $"{key}-none", Ref = outline.Ref() };
}
