using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Indicators;

/// <summary>A series that was begun by mistake goes, as long as nobody has entered a value: what was measured is never lost.</summary>
public static class RemoveSeries
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var series = await db.SeriesAsync(request.Id, cancellationToken);
            access.RequireEditOfSeries(series.TerritoryId);
            db.ExpectVersion(series, request.Version);
            await using var held = await db.HoldSeriesAsync(series.TerritoryId, cancellationToken);
            if (await db.Observations.CountAsync(o => o.SeriesId == series.Id, cancellationToken) is > 0 and var values)
                throw new RuleViolationException(Kept(values));
            db.FactNotes.RemoveRange(await db.FactNotes.Where(n => n.SubjectId == series.Id).ToListAsync(cancellationToken));
            db.IndicatorSeries.Remove(series);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }

    /// <summary>Why it stays.</summary>
    /// <param name="values">How many it has or had.</param>
    public static string Kept(int values) => $"It has {Plural.Of(values, "value")}, corrected and withdrawn ones included, so it stays: what was measured is never lost. Withdraw a value that should not be there.";
}
