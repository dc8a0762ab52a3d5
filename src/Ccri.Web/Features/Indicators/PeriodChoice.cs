using Ccri.Domain.Indicators;

namespace Ccri.Web.Features.Indicators;

/// <summary>Which periods a page of indicators shows: the last few of one length, or the days that somebody chose.</summary>
/// <param name="Days">Instead of whole quarters, half-years or years.</param>
public sealed record PeriodChoice(PeriodLength By = PeriodLength.Quarter, Period? Days = null)
{
    private const int Shown = 4;

    /// <summary>Oldest first; the last one is under way.</summary>
    public IReadOnlyList<Period> On(DateOnly today) => Days is { } days ? [days] : Period.Last(Shown, By, today);

    /// <summary>What indicators of context are shown for: years, whatever is chosen, because they tell nothing about less.</summary>
    public IReadOnlyList<Period> OfContext(DateOnly today)
    {
        var chosen = On(today);
        return chosen.All(period => period.IsAYearOrMore) ? chosen : Period.Last(Shown, PeriodLength.Year, today);
    }
}
