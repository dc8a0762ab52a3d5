using Ccri.Domain.Reports;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>What the address of a period, or of a territory's report in it, names.</summary>
public static class ReportPlace
{
    /// <exception cref="NotFoundException">When there is no such period.</exception>
    public static async Task<Guid> PeriodIdAsync(this CcriDbContext db, string code, CancellationToken cancellationToken) =>
        await db.ReportingPeriods.Where(p => p.Code == code).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Reporting period", code);

    /// <exception cref="NotFoundException">When there is no such period.</exception>
    public static async Task<ReportingPeriod> PeriodAsync(this CcriDbContext db, string code, CancellationToken cancellationToken) =>
        await db.ReportingPeriods.Include(p => p.Steps.OrderBy(s => s.At).ThenBy(s => s.Id)).SingleOrDefaultAsync(p => p.Code == code, cancellationToken) ?? throw new NotFoundException("Reporting period", code);

    /// <exception cref="NotFoundException">When there is no such territory.</exception>
    public static async Task<Guid> TerritoryOfReportAsync(this CcriDbContext db, string slug, CancellationToken cancellationToken) =>
        await db.Territories.Where(t => t.Slug == slug).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", slug);

    /// <exception cref="NotFoundException">When the territory does not report on the period.</exception>
    public static async Task<TerritoryReport> ReportAsync(this CcriDbContext db, ReportingPeriod period, Guid territoryId, string slug, CancellationToken cancellationToken) =>
        await db.TerritoryReports.Include(r => r.Steps.OrderBy(s => s.Number)).SingleOrDefaultAsync(r => r.PeriodId == period.Id && r.TerritoryId == territoryId, cancellationToken)
        ?? throw new NotFoundException($"Report on {period.Name} of", slug);

    /// <summary>A report for everybody who takes part on some day of the period and has none yet; does not save.</summary>
    public static async Task<IReadOnlyList<TerritoryReport>> AddMissingReportsAsync(this CcriDbContext db, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var missing = await db.ParticipantsOf(period).Where(t => !db.TerritoryReports.Any(r => r.PeriodId == period.Id && r.TerritoryId == t.Id)).OrderBy(t => t.SearchName).ThenBy(t => t.Id)
            .Select(t => t.Id).ToListAsync(cancellationToken);
        List<TerritoryReport> added = [.. missing.Select(id => new TerritoryReport(period.Id, id))];
        db.TerritoryReports.AddRange(added);
        return added;
    }

    private static IQueryable<Territory> ParticipantsOf(this CcriDbContext db, ReportingPeriod period)
    {
        var (from, to) = (period.From, period.To);
        return db.Territories.Where(t => db.Participations.Any(p => p.TerritoryId == t.Id && (p.From == null || p.From <= to) && (p.To == null || p.To >= from)));
    }
}
