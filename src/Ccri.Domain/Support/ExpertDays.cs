using Ccri.Domain.Reports;

namespace Ccri.Domain.Support;

/// <summary>The rules of counting expert-days: hundredths of a day, and nothing counted twice. The convention of eight hours is the office's own.</summary>
public static class ExpertDays
{
    public const decimal Hours = 8, Smallest = 0.01m;

    private const int DayHours = 24;

    /// <summary>What one expert can give within a calendar day.</summary>
    public const decimal MostPerDay = DayHours / Hours;

    /// <summary>Why so many days cannot be, in a sentence; empty when they can.</summary>
    /// <param name="calendarDays">That the activity took.</param>
    public static string? ObjectionTo(decimal days, int calendarDays, int experts)
    {
        if (days <= 0)
            return "It took more than no time at all. Enter the expert-days, such as 0.5.";
        if (decimal.Round(days, 2) != days)
            return "Expert-days have at most two decimals.";
        var most = MostPerDay * calendarDays * experts;
        return days <= most ? null : FormattableString.Invariant(
            $"{days:0.##} expert-days are {days * Hours:0.##} hours. {(experts == 1 ? "One expert has" : $"{experts} experts have")} {DayHours * calendarDays * experts} hours in {(calendarDays == 1 ? "one day" : $"{calendarDays} days")}, so at most {most:0.##} expert-days of {Hours} hours.");
    }

    /// <summary>The share of each territory, alike to a hundredth: together they are the days again, so a sum over territories counts nothing twice.</summary>
    public static IReadOnlyDictionary<Guid, decimal> Share(decimal days, IEnumerable<Guid> territories)
    {
        var some = territories.Distinct().Order().ToList();
        if (some.Count == 0)
            return new Dictionary<Guid, decimal>();
        var hundredths = (long)(days / Smallest);
        var (each, rest) = Math.DivRem(hundredths, some.Count);
        return some.Index().ToDictionary(t => t.Item, t => (each + (t.Index < rest ? 1 : 0)) * Smallest);
    }
}

/// <summary>Expert-days of one activity.</summary>
/// <param name="Partner">The organisation whose experts gave them; empty when it is not known.</param>
public sealed record GivenDays(Guid ActivityId, Guid? Partner, DateOnly On, decimal Days, IReadOnlyList<Guid> Territories);

/// <summary>Expert-days added up in several ways that agree with each other: by territory, by partner, by quarter, and all of them.</summary>
public sealed class ExpertDayBook
{
    private readonly List<Line> _lines;

    private sealed record Line(Guid Territory, Guid? Partner, DateOnly Quarter, decimal Days);

    public ExpertDayBook(IEnumerable<GivenDays> given) =>
        _lines = [.. given.SelectMany(g => ExpertDays.Share(g.Days, g.Territories).Select(share => new Line(share.Key, g.Partner, QuarterOf(g.On), share.Value)))];

    public decimal Total => _lines.Sum(l => l.Days);

    public IReadOnlyDictionary<Guid, decimal> ByTerritory => _lines.GroupBy(l => l.Territory).ToDictionary(g => g.Key, g => g.Sum(l => l.Days));

    /// <summary>Under <see cref="Guid.Empty"/> what was given by nobody who is known.</summary>
    public IReadOnlyDictionary<Guid, decimal> ByPartner => _lines.GroupBy(l => l.Partner ?? Guid.Empty).ToDictionary(g => g.Key, g => g.Sum(l => l.Days));

    /// <summary>By the first day of the quarter.</summary>
    public IReadOnlyDictionary<DateOnly, decimal> ByQuarter => _lines.GroupBy(l => l.Quarter).ToDictionary(g => g.Key, g => g.Sum(l => l.Days));

    /// <summary>What is left of the book when only some lines count.</summary>
    public decimal Of(Guid? territory = null, Guid? partner = null, DateOnly? quarter = null) => _lines
        .Where(l => (territory is null || l.Territory == territory) && (partner is null || (l.Partner ?? Guid.Empty) == partner) && (quarter is null || l.Quarter == quarter)).Sum(l => l.Days);

    /// <summary>The first day of the quarter that a day lies in.</summary>
    public static DateOnly QuarterOf(DateOnly day) => ReportingPeriod.QuarterOf(day).Days.From;
}
