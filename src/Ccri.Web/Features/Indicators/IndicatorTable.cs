using Ccri.Domain.Indicators;

namespace Ccri.Web.Features.Indicators;

/// <summary>What _IndicatorTable.cshtml shows.</summary>
/// <param name="Caption">Tells it from the other tables of the page.</param>
/// <param name="First">Heading of the first column.</param>
/// <param name="HasTargets">Off for context, of which nobody is held to a target.</param>
public sealed record IndicatorTable(string Caption, string First, IReadOnlyList<Period> Periods, IReadOnlyList<IndicatorLine> Lines, bool HasTargets = true)
{
    /// <summary>Off where one indicator is the subject of the whole table.</summary>
    public bool SaysUnit { get; init; } = true;
}
