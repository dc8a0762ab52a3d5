namespace Ccri.Domain.Indicators;

/// <summary>Who an indicator speaks about, and so how often it moves. Source: domain.md 6.2.</summary>
public enum IndicatorLevel
{
    /// <summary>Country or NUTS region, yearly or less often: a benchmark, never a quarterly figure.</summary>
    Context,
    Territory,
    Solution,

    /// <summary>What the support office delivers; the only level that moves each quarter.</summary>
    Delivery,
}

/// <summary>Which way is better.</summary>
public enum Direction
{
    None,
    Up,
    Down,
}

/// <summary>How values of several dates become the value of a longer period.</summary>
public enum Aggregation
{
    None,
    Sum,
    Last,
    Average,
}

/// <summary>The definition of an indicator in one version of one framework. Source: domain.md section 6.</summary>
public sealed class Indicator : Entity
{
    public Indicator(string code) => Code = Line(code, "The code of the indicator", 40);

    /// <summary>Unique.</summary>
    public string Code { get; private set; }
    public string Name { get; private set; } = "";
    public string Framework { get; private set; } = "";
    public string? FrameworkVersion { get; private set; }
    public string? Dimension { get; private set; }
    public string? Parent { get; private set; }

    /// <summary>In words, as the framework states it.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>The units that it may be given in, the usual one first.</summary>
    public IReadOnlyList<string> Units => UnitsOf(Unit);

    /// <inheritdoc cref="Units"/>
    public static IReadOnlyList<string> UnitsOf(string unit) => unit.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a unit is of a year, so that sums of it are taken over twelve months.</summary>
    public static bool IsPerYear(string unit) => unit.Contains("per year", StringComparison.Ordinal);

    public Direction Direction { get; private set; }
    public string? EurostatCode { get; private set; }
    public IndicatorLevel Level { get; private set; }
    public Aggregation Aggregation { get; private set; }

    /// <summary>Years for which data were seen, in words.</summary>
    public string? DataYears { get; private set; }
    public string? Notes { get; private set; }

    public void Call(string name) => Name = Line(name, "The name of the indicator");
    public void BelongTo(string framework) => Framework = Line(framework, "The framework", 100);
    public void InVersion(string? version) => FrameworkVersion = Optional(version);
    public void InDimension(string? dimension) => Dimension = Optional(dimension);
    public void Under(string? parent) => Parent = Optional(parent);
    public void MeasureIn(string unit) => Unit = Line(unit, "The unit");
    public void Prefer(Direction direction) => Direction = direction;
    public void CodeAs(string? eurostatCode) => EurostatCode = Optional(eurostatCode);
    public void Rank(IndicatorLevel level) => Level = level;
    public void Aggregate(Aggregation aggregation) => Aggregation = aggregation;
    public void Cover(string? years) => DataYears = Optional(years);
    public void Remark(string? notes) => Notes = Optional(notes);
}
