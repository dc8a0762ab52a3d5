using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Domain.Solutions;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents.Chapters;

/// <summary>What is different from the period before, what needs attention first.</summary>
internal static class ChangesChapter
{
    private const int MostRows = 200;

    /// <param name="isPart">Which changes the document tells of.</param>
    public static IEnumerable<Block> Of(ReportFacts facts, Outline outline, Func<Change, bool> isPart)
    {
        yield return outline.Chapter("changes", facts.Before is { } last ? $"What changed since {last.Period.Code}" : "What changed since the last report");
        if (facts.Before is not { } before)
        {
            yield return new ParagraphBlock("This is the first report of this territory in the system, so there is nothing to compare it with.") { Key = "changes-first", Ref = outline.Ref() };
            yield break;
        }
        var changes = Changes.Between(before, facts.Now).Where(isPart).ToList();
        if (changes.Count == 0)
        {
            yield return new ParagraphBlock($"Nothing that is followed has changed since the report on {before.Period.Name.ToLowerInvariant()}.") { Key = "changes-none", Ref = outline.Ref() };
            yield break;
        }
        yield return new ParagraphBlock($"Found by comparing the frozen facts of {before.Period.Code} and {facts.Now.Period.Code}: {Wording.Count(changes.Count, "change")}, of which {Wording.Number(changes.Count(Changes.NeedsAttention))} {(changes.Count(Changes.NeedsAttention) == 1 ? "needs" : "need")} attention. What nobody touched is left out.")
        {
            Key = "changes-count", Ref = outline.Ref(),
        };
        var (shown, rest) = Cells.AtMost(changes, MostRows);
        var counts = changes.CountBy(Group).ToDictionary();
        var rows = shown.GroupBy(Group).OrderBy(g => g.Key).SelectMany(g => g.Select(Row).Prepend(TableRow.Over(Name(g.Key), note: Wording.Number(counts[g.Key]), key: g.Key.ToString())));
        yield return new TableBlock([Column.Of("what", "What", 3), Column.Of("before", before.Period.Code, 1.5), Column.Of("now", facts.Now.Period.Code, 1.6), Column.Of("cause", "Cause, as recorded", 2.8)], Cells.Unique(rows))
        {
            Key = "changes-table", Label = outline.Table(), Title = "New, closed, moved and changed", Source = Cells.Beneath(rest, null),
        };
    }

    private enum Part
    {
        Attention,
        New,
        Closed,
        Moved,
        Status,
        Step,
        Figure,
    }

    private static Part Group(Change change) => Changes.NeedsAttention(change) ? Part.Attention : change.Kind switch
    {
        ChangeKind.New => Part.New,
        ChangeKind.Closed => Part.Closed,
        ChangeKind.Slipped or ChangeKind.BroughtForward => Part.Moved,
        ChangeKind.Status => Part.Status,
        ChangeKind.Step => Part.Step,
        _ => Part.Figure,
    };

    private static string Name(Part part) => part switch
    {
        Part.Attention => "Needs attention: later than before, or worse",
        Part.New => "New",
        Part.Closed => "Closed",
        Part.Moved => "Earlier than before",
        Part.Status => "Status",
        Part.Step => "Stage, phase or state",
        _ => "Figures",
    };

    private static TableRow Row(Change change)
    {
        var (was, now) = Values(change);
        return TableRow.Of(FormattableString.Invariant($"{change.Noun}-{TableRow.KeyOf(change.Id)}-{change.Kind}-{change.Figure}-{change.OldStep}-{change.NewStep}"),
            new TextCell(change.Name) { Note = Noun(change) }, was, now, change.Cause);
    }

    private static string Noun(Change change) =>
        string.Join(", ", new[] { Words.Of(change.Noun), change.Source is { } source ? Words.Of(source) : null, change.Of is { } of ? of : null }.OfType<string>());

    private static (Cell? Was, Cell? Now) Values(Change change) => change.Kind switch
    {
        ChangeKind.Slipped or ChangeKind.BroughtForward => (Cells.Day(change.OldDay), Moved(change)),
        ChangeKind.Status => (Cells.Status(change.Was), Cells.Status(change.Is)),
        ChangeKind.Figure => (Figure(change, change.OldFigure), Figure(change, change.NewFigure)),
        ChangeKind.New or ChangeKind.Closed => (Step(change, change.OldStep, change.OldDay), Words.OfNow(change, Wording.Date)),
        _ => (Step(change, change.OldStep, change.OldDay), Step(change, change.NewStep, change.NewDay)),
    };

    private static Cell? Moved(Change change)
    {
        if (change is not { OldDay: { } old, NewDay: { } now })
            return Cells.Day(change.NewDay);
        var days = now.DayNumber - old.DayNumber;
        return new TextCell(Wording.Date(now)) { Note = days > 0 ? $"{Wording.Count(days, "day")} later" : $"{Wording.Count(-days, "day")} earlier" };
    }

    private static Cell? Step(Change change, string? step, DateOnly? day) => (step is null ? null : Words.OfStep(change.Noun, step), day) switch
    {
        (null, null) => null,
        (null, { } on) => Wording.Date(on),
        ({ } words, null) => words,
        ({ } words, { } on) => new TextCell(words) { Note = Wording.Date(on) },
    };

    private static Cell? Figure(Change change, decimal? figure) => figure is not { } value ? "not known" : new TextCell(change.Unit == "EUR" ? Wording.Euro(value / 100) : Cells.Quantity(value, change.Unit ?? "number"))
    {
        Note = change.Figure is { } what and not ChangeFigure.Value ? Words.Of(what) : null, // of an indicator its name says it
    };
}
