using Ccri.Domain.Indicators;

namespace Ccri.Web.Features.Indicators;

/// <summary>What an indicator is, as a form or the page of a series states it.</summary>
public sealed record Definition(string Code, string Name, string Framework, string? Version, IndicatorLevel Level, Direction Direction, Aggregation Aggregation, IReadOnlyList<string> Units, string? Notes)
{
    public static Definition Of(Indicator indicator) =>
        new(indicator.Code, indicator.Name, indicator.Framework, indicator.FrameworkVersion, indicator.Level, indicator.Direction, indicator.Aggregation, indicator.Units, indicator.Notes);
}
