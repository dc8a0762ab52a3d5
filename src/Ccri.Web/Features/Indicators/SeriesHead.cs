using Ccri.Web.Data;
using Ccri.Web.Errors;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Indicators;

/// <summary>Which series a form is about, in its heading and its way back.</summary>
/// <param name="Slug">Of the territory; empty for the programme.</param>
public sealed record SeriesHead(Guid Id, string Code, string Name, string Unit, string? Slug, string? Territory, string? Solution)
{
    /// <summary>All that the territory, or the programme, follows.</summary>
    public string ListAddress => Slug is null ? "/indicators" : $"/indicators/{Slug}";

    public string Address => $"/indicators/series/{Id}";
}

internal static class SeriesHeads
{
    /// <exception cref="NotFoundException">When there is no such series.</exception>
    public static async Task<SeriesHead> HeadAsync(this CcriDbContext db, Guid id, CancellationToken cancellationToken) =>
        await (from s in db.IndicatorSeries.Where(s => s.Id == id)
               join i in db.Indicators on s.IndicatorId equals i.Id
               join t in db.Territories on s.TerritoryId equals t.Id into territories
               from territory in territories.DefaultIfEmpty()
               join c in db.Solutions on s.SolutionId equals c.Id into solutions
               from solution in solutions.DefaultIfEmpty()
               select new SeriesHead(s.Id, i.Code, i.Name, s.Unit, territory.Slug, territory.Name, solution.Title)).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Series", id);
}
