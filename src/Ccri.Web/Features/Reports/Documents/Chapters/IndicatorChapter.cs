using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Web.Charts;
using Ccri.Web.Features.Shared.Blocks;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents.Chapters;

/// <summary>Indicators held against their targets; the ones that stand worst are drawn.</summary>
internal static class IndicatorChapter
{
    private const int MostRows = 60, MostDrawn = 4, MostObservations = 300, MostPoints = 12;

    public static IEnumerable<Block> Of(ReportFacts facts, Outline outline)
    {
        var all = facts.Now.Indicators;
        yield return outline.Chapter("indicators", "Indicators against targets");
        var (shown, rest) = Cells.AtMost([.. all.OrderByDescending(i => i.Target is not null)], MostRows);
        yield return new TableBlock(
            [Column.Of("name", "Indicator", 2.6), Column.Of("unit", "Unit", 0.9), Column.Of("baseline", "Baseline", kind: ColumnKind.Decimal), Column.Of("now", "Now", kind: ColumnKind.Decimal), Column.Of("target", "Target", kind: ColumnKind.Decimal), Column.Of("course", "Course"), Column.Of("status", "Status"), Column.Of("source", "Source", 1.4)],
            [.. shown.Select(Row)])
        {
            Key = "indicators-table", Label = outline.Table(), Title = "Results against targets", Subtitle = "Beneath a figure its day; a dash where nothing is agreed or measured",
            Empty = "No indicator is followed for this territory.", Source = Cells.Beneath(rest, Sources.Of(all.Select(i => i.Said), facts.Now.Day, "indicator")),
        };
        foreach (var indicator in all.Where(i => i is { Target: not null, Values.Count: > 1 }).OrderByDescending(i => i.Reading is { } reading ? Severity.Of(reading.Status) : 0).Take(MostDrawn))
            foreach (var block in new ChartInReport(new TargetLine([.. Values(indicator)], Baseline(indicator), Target(indicator)), indicator.Name, "No value yet.")
            { Key = $"indicator-{indicator.Code}-{TableRow.KeyOf(indicator.Id)}", Label = outline.Figure(), Subtitle = $"{indicator.Code}{(Words.IsPlain(indicator.Unit) ? "" : $", {indicator.Unit}")}; the newest values" }.Blocks())
                yield return block;
    }

    /// <summary>What was observed within the period.</summary>
    public static IEnumerable<Block> Observations(TerritorySnapshot now, Outline outline)
    {
        var all = now.Indicators.SelectMany(i => i.Values.Where(v => v.On >= now.Period.From && v.On <= now.Period.To).Select(v => (Indicator: i, Value: v))).ToList();
        if (all.Count == 0)
            yield break;
        var (shown, rest) = Cells.AtMost(all, MostObservations);
        yield return new TableBlock(
            [Column.Of("indicator", "Indicator", 2.4), Column.Of("code", "Code", 1.1), Column.Of("on", "Day", kind: ColumnKind.Date), Column.Of("value", "Value", kind: ColumnKind.Decimal), Column.Of("unit", "Unit", 0.8), Column.Of("quality", "Quality"), Column.Of("source", "Source", 1.6), Column.Of("remark", "Remark", 1.6)],
            [.. shown.Select(x => TableRow.Of(TableRow.KeyOf(x.Value.Id), x.Indicator.Name, x.Indicator.Code, Cells.Day(x.Value.On), Words.Exact(x.Value.Value), x.Indicator.Unit, Words.Of(x.Value.Quality), x.Value.Source, x.Value.Remark))])
        { Key = "annex-observations", Label = outline.Table(), Title = "All observations of the period", Source = Cells.Beneath(rest, null) };
    }

    private static TableRow Row(SnapshotIndicator indicator)
    {
        var now = indicator.Actual ?? (indicator.Values is [.., var newest] ? new(newest.On, newest.Value) : null);
        return TableRow.Of(TableRow.KeyOf(indicator.Id), indicator.Of is { } of ? new TextCell(indicator.Name) { Note = of } : indicator.Name, indicator.Unit,
            Figure(indicator.Baseline, indicator.BaselineOn), now is { } actual ? new TextCell(Words.Quantity(actual.Value)) { Strong = true, Note = Wording.Date(actual.On) } : null, Figure(indicator.Target, indicator.TargetOn),
            indicator.Values.Count > 1 ? Course(indicator) : null, Cells.Status(indicator.Reading), indicator.Values is [.., var last] ? new TextCell(last.Source) { Note = Words.Of(last.Quality).ToLowerInvariant() } : null);
    }

    private static DrawingCell Course(SnapshotIndicator indicator)
    {
        var chart = new Sparkline([.. Values(indicator)], null, Target(indicator));
        return new DrawingCell(chart.Draw(new ChartLook(60, 6.5, false, null)), chart.Summary);
    }

    private static Cell? Figure(decimal? value, DateOnly? on) => value is not { } v ? null : new TextCell(Words.Quantity(v)) { Note = on is { } day ? Wording.Date(day) : null };

    private static IEnumerable<ValueMark> Values(SnapshotIndicator indicator) => indicator.Values.TakeLast(MostPoints).Select(v => Mark(v.On, v.Value, indicator.Unit));

    private static ValueMark? Baseline(SnapshotIndicator indicator) => indicator is { Baseline: { } value, BaselineOn: { } on } ? Mark(on, value, indicator.Unit) : null;

    private static ValueMark? Target(SnapshotIndicator indicator) => indicator is { Target: { } value, TargetOn: { } on } ? Mark(on, value, indicator.Unit) : null;

    private static ValueMark Mark(DateOnly on, decimal value, string unit) => new(on, value, Cells.Quantity(value, unit), Wording.Date(on));
}
