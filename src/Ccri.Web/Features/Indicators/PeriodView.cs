namespace Ccri.Web.Features.Indicators;

/// <summary>What _Periods.cshtml shows: the choice of periods of a page.</summary>
/// <param name="Address">Of the page, below the site's root.</param>
public sealed record PeriodView(string Address, PeriodFilter Filter);
