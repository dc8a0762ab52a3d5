using Ccri.Domain.Support;

namespace Ccri.Web.Features.Ledger;

/// <summary>Expert-days given and planned for the territories that somebody sees, from one book, so that they agree whichever way they are added up.</summary>
public sealed class DayLedger(IReadOnlyList<GivenDays> given, IReadOnlyList<PlannedDays> planned, IReadOnlyCollection<Guid> territories, bool seesAll)
{
    private readonly ExpertDayBook _book = new(given);

    /// <summary>In hundredths of a day.</summary>
    public decimal Given(Guid? territory = null, Guid? partner = null, DateOnly? quarter = null) =>
        territory is not null || seesAll ? _book.Of(territory, partner, quarter) : territories.Sum(own => _book.Of(own, partner, quarter));

    public decimal Planned(Guid? territory = null, Guid? partner = null, DateOnly? quarter = null) => planned
        .Where(p => (territory is null || p.TerritoryId == territory) && (partner is null || p.OrganisationId == partner) && (quarter is null || p.Quarter == quarter)).Sum(p => p.Days);

    /// <summary>Their first days, the newest first, those without days in between included.</summary>
    public IReadOnlyList<DateOnly> Quarters(DateOnly today)
    {
        var known = given.Select(g => ExpertDayBook.QuarterOf(g.On)).Concat(planned.Select(p => p.Quarter)).Append(ExpertDayBook.QuarterOf(today)).ToList();
        var (quarters, first) = (new List<DateOnly>(), known.Min());
        for (var quarter = known.Max(); quarter >= first; quarter = quarter.AddMonths(-3))
            quarters.Add(quarter);
        return quarters;
    }

    /// <summary>Under <see cref="Guid.Empty"/> nobody who is known.</summary>
    public IReadOnlyCollection<Guid> Partners => given.Select(g => g.Partner ?? Guid.Empty).Concat(planned.Select(p => p.OrganisationId)).ToHashSet();
}
