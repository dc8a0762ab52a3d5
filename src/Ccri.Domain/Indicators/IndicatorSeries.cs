namespace Ccri.Domain.Indicators;

/// <summary>
/// An indicator as one territory, one of its solutions, or the programme follows it: in one unit, from a baseline to a target, with
/// dated values (<see cref="Observation"/>). Source: product.md "The model"; domain.md 6.2.
/// </summary>
public sealed class IndicatorSeries : Entity
{
    /// <summary>No value of an indicator is larger than this; a larger one is mistyped.</summary>
    public const decimal Largest = 1_000_000_000_000m;

    public const int MostDecimals = 6;

    /// <param name="territoryId">Empty for the programme as a whole.</param>
    /// <param name="solution">Of that territory; empty when the territory itself, or the programme, follows it.</param>
    /// <exception cref="RuleViolationException">When the indicator is not for that, or the solution is another territory's.</exception>
    public IndicatorSeries(Indicator indicator, Guid? territoryId, Solutions.Solution? solution = null)
    {
        Require(territoryId is not null || indicator.Level == IndicatorLevel.Delivery, $"{indicator.Code} speaks of a territory or of one of its solutions. The programme follows indicators of delivery.");
        Require(territoryId is null || indicator.Level != IndicatorLevel.Delivery, $"{indicator.Code} speaks of what the support office delivers. The programme as a whole follows it, no territory.");
        Require(solution is null || solution.TerritoryId == territoryId, "That solution belongs to another territory. Choose one of this territory.");
        Require(solution is null || indicator.Level == IndicatorLevel.Solution, $"{indicator.Code} speaks of a territory, not of one solution. Choose an indicator of solutions.");
        Require(solution is not null || indicator.Level != IndicatorLevel.Solution, $"{indicator.Code} speaks of a solution. Choose which one.");
        (IndicatorId, TerritoryId, SolutionId, SubjectId) = (indicator.Id, territoryId, solution?.Id, solution?.Id ?? territoryId ?? Guid.Empty);
        Unit = indicator.Units[0];
    }

#pragma warning disable CS8618 // read from the database
    private IndicatorSeries() { }
#pragma warning restore CS8618

    public Guid IndicatorId { get; private set; }
    public Guid? TerritoryId { get; private set; }
    public Guid? SolutionId { get; private set; }

    /// <summary>The solution, else the territory, else nothing but zeros for the programme; unique with the indicator.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>One of the units of the indicator.</summary>
    public string Unit { get; private set; }

    /// <summary>Where it began, in <see cref="Unit"/>; empty while not known.</summary>
    public decimal? Baseline { get; private set; }
    public DateOnly? BaselineOn { get; private set; }

    /// <summary>What it is to reach, in <see cref="Unit"/>, and by when; empty while nothing is agreed.</summary>
    public decimal? Target { get; private set; }
    public DateOnly? TargetOn { get; private set; }

    /// <summary>Where baseline and target come from, in words or an address.</summary>
    public string? Source { get; private set; }

    /// <exception cref="RuleViolationException">When the indicator is not measured in that.</exception>
    public void MeasureIn(Indicator indicator, string unit)
    {
        Require(indicator.Units.Contains(unit), $"{indicator.Code} is measured in {string.Join(" or in ", indicator.Units)}, not in {unit}.");
        Unit = unit;
    }

    /// <exception cref="RuleViolationException">When a value stands without its day, the days are in the wrong order, or a benchmark gets a target.</exception>
    public void Aim(Indicator indicator, decimal? baseline, DateOnly? baselineOn, decimal? target, DateOnly? targetOn, string? source, DateOnly today)
    {
        Require(baseline is null == baselineOn is null, "A baseline has a value and a day. Enter both, or leave both empty.");
        Require(target is null == targetOn is null, "A target has a value and a day by which it is to be reached. Enter both, or leave both empty.");
        Require(baselineOn is null || baselineOn <= today, $"The day of the baseline ({baselineOn:yyyy-MM-dd}) has not come yet. A baseline is what was measured.");
        Require(targetOn is null || baselineOn is null || targetOn > baselineOn, $"The target is to be reached by {targetOn:yyyy-MM-dd}, which is not after the baseline ({baselineOn:yyyy-MM-dd}).");
        Require(target is null || indicator.Level != IndicatorLevel.Context, $"{indicator.Code} is context: it shows where a country stands, and nobody is held to a target of it. Leave the target empty.");
        Require(target is null || indicator.Direction != Direction.None, $"Of {indicator.Code} neither more nor less is better, so it has no target. Leave the target empty.");
        (Baseline, BaselineOn, Target, TargetOn, Source) = (Possible(baseline, "The baseline"), baselineOn, Possible(target, "The target"), targetOn, Optional(source));
    }

    internal static decimal? Possible(decimal? value, string what)
    {
        Require(value is null || Math.Abs(value.Value) < Largest, $"{what} is too large to be right. Please check it and its unit.");
        Require(value is null || decimal.Round(value.Value, MostDecimals) == value, $"{what} has more than {MostDecimals} decimals. Please round it.");
        return value;
    }
}
