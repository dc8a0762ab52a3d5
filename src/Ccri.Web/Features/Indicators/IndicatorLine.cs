using System.Globalization;
using Ccri.Domain.Indicators;
using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;
using Ccri.Web.Charts;

namespace Ccri.Web.Features.Indicators;

/// <summary>An indicator in a table of values by period.</summary>
/// <param name="Name">What it is called there: the indicator, or the territory that follows it.</param>
/// <param name="Address">Below the site's root; empty when there is no page of it.</param>
public sealed record IndicatorLine(string Name, string? Address, string Code, string Unit, Direction Direction, Aggregation Aggregation)
{
    /// <summary>A cell has room for no more.</summary>
    private const int MostDrawn = 24;

    public DatedValue? Baseline { get; init; }
    public DatedValue? Target { get; init; }

    /// <summary>What is held against the target.</summary>
    public DatedValue? Actual { get; init; }

    /// <summary>Oldest first; superseded values are none of them.</summary>
    public IReadOnlyList<DatedValue> Values { get; init; } = [];

    /// <summary>One for each period of the table.</summary>
    public IReadOnlyList<PeriodCell> Cells { get; init; } = [];

    /// <summary>Empty without a target.</summary>
    public Rag? Status { get; init; }

    /// <summary>How it comes about, or what it needs: "Computed from the contact log."</summary>
    public string? Note { get; init; }

    /// <summary>The system counts it, as <see cref="Note"/> says: how values of several days become one is no question then.</summary>
    public bool IsComputed { get; init; }

    /// <summary>Nobody follows it yet and nothing here tells it: <see cref="Note"/> says what it needs.</summary>
    public bool IsAwaited { get; init; }

    /// <summary>No value for a year, or none at all.</summary>
    public bool IsMissing { get; init; }

    public DatedValue? Latest => Values.Count > 0 ? Values[^1] : null;

    /// <summary>"No value since 3 Mar 2025".</summary>
    public string? Missing => !IsMissing ? null : Latest is { } last ? $"No value since {Words.Of(last.On)}" : "No value yet";

    /// <summary>The figures that are drawn on the way to the target; see <see cref="SeriesRow.Course"/>.</summary>
    public IReadOnlyList<DatedValue> Course { get; init; } = [];

    public Sparkline Line => new([.. Course.Select(Mark)], Baseline is { } baseline ? Mark(baseline) : null, Target is { } target ? Mark(target) : null);

    /// <summary>What the figure held against the target is of, or why there is none; empty where it is the newest value.</summary>
    public string? ActualOf { get; init; }

    /// <param name="status">How it stands against its target; empty without one.</param>
    public static IndicatorLine Of(SeriesRow row, IReadOnlyList<Period> periods, Standing? status) =>
        new(row.Name, $"indicators/series/{row.Id}", row.Code, row.Unit, row.Direction, row.Aggregation)
        {
            Baseline = row.Start,
            Target = row is { Target: { } target, TargetOn: { } targetOn } ? new DatedValue(targetOn, target) : null,
            Actual = row.Actual,
            ActualOf = row.ActualOf,
            Values = row.Dated,
            Course = row.Course(MostDrawn),
            Cells = [.. periods.Select(period => PeriodCell.Of(row.Aggregation, row.Dated, period))],
            Status = status?.Status,
            IsMissing = row.IsLacking,
        };

    private ValueMark Mark(DatedValue value) => new(value.On, value.Value, Words.ExactValue(value.Value, Unit), Words.Of(value.On));
}

/// <summary>What an indicator comes to in one period.</summary>
/// <param name="Value">Empty without a value, and where values of several days do not make one.</param>
/// <param name="Each">The values one by one, where they do not make one.</param>
public sealed record PeriodCell(decimal? Value, IReadOnlyList<DatedValue> Each)
{
    public static PeriodCell Of(Aggregation how, IReadOnlyList<DatedValue> values, Period period) =>
        new(Aggregate.Of(how, values, period).Value, how == Aggregation.None ? [.. values.Where(v => period.Contains(v.On))] : []);

    /// <summary>As a spreadsheet reads it: one number where there is one.</summary>
    public object? Csv => Each.Count > 0 ? string.Join("; ", Each.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Value:0.######} ({v.On:yyyy-MM-dd})"))) : Value;
}
