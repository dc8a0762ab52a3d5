using Ccri.Domain.Indicators;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ccri.Web.Features.Indicators;

/// <summary>Who reads and who changes series: a territory's as its other work; the programme's are read by all who work here, and changed by the office.</summary>
internal static class SeriesAccess
{
    /// <exception cref="NotAllowedException">When the territory is somebody else's, or a territory asks for what the office delivers.</exception>
    public static void RequireReadOfSeries(this Access access, Guid? territoryId)
    {
        if (territoryId is { } id)
            access.RequireReadOfWork(id);
        else if (!access.SeesAllWork)
            throw new NotAllowedException("What the support office delivers is read by those who work there. Look at the indicators of your territory.");
    }

    /// <exception cref="NotAllowedException">When the user only reads it.</exception>
    public static void RequireEditOfSeries(this Access access, Guid? territoryId)
    {
        if (territoryId is { } id)
            access.RequireEdit(id);
        else
            access.RequireOffice(null);
    }

    public static bool MayEditSeries(this Access access, Guid? territoryId) => territoryId is { } id ? access.MayEdit(id) : access.MayEditForOffice(null);

    /// <exception cref="NotFoundException">When there is none.</exception>
    public static async Task<IndicatorSeries> SeriesAsync(this CcriDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db.IndicatorSeries.SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw new NotFoundException("Series", id);

    /// <param name="slug">Empty for the programme as a whole.</param>
    /// <exception cref="NotFoundException">When there is no such territory.</exception>
    public static async Task<(Guid? Id, string? Name)> FollowerAsync(this CcriDbContext db, string? slug, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(slug))
            return (null, null);
        var territory = await db.Territories.Where(t => t.Slug == slug).Select(t => new { t.Id, t.Name }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", slug);
        return (territory.Id, territory.Name);
    }

    /// <summary>Whoever writes values of a territory, or of the programme, waits for the one before, so that no day gets two values. Its oldest series stands for all of them.</summary>
    public static async Task<IDbContextTransaction> HoldSeriesAsync(this CcriDbContext db, Guid? territoryId, CancellationToken cancellationToken) =>
        await db.HoldAsync<IndicatorSeries>(await db.IndicatorSeries.Where(s => s.TerritoryId == territoryId).OrderBy(s => s.Id).Select(s => s.Id).FirstOrDefaultAsync(cancellationToken), cancellationToken);
}
