using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Indicators;

/// <summary>The needs of all territories with what is written down of them, to be asked how they stood on any day.</summary>
internal sealed class NeedHistory
{
    private readonly List<Past> _needs;

    private NeedHistory(List<Past> needs) => _needs = needs;

    /// <param name="Served">The last day of each activity that served it.</param>
    private sealed record Past(DateOnly RaisedOn, IReadOnlyList<NeedStep> Steps, IReadOnlyList<DateOnly> Served)
    {
        public NeedState On(DateOnly day) => NeedPast.StateOn(day, Steps, Served);
    }

    public static async Task<NeedHistory> ReadAsync(CcriDbContext db, CancellationToken cancellationToken)
    {
        var needs = await db.Needs.Select(n => new { n.Id, n.RaisedOn }).ToListAsync(cancellationToken);
        var steps = (await db.NeedSteps.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(s => s.NeedId);
        var served = await db.ServedDaysAsync(db.ServedNeeds, cancellationToken);
        return new NeedHistory([.. needs.Select(n => new Past(n.RaisedOn, [.. steps[n.Id]], [.. served[n.Id]]))]);
    }

    /// <summary>Empty while there is no need.</summary>
    public decimal? PercentMetOn(DateOnly day)
    {
        var states = _needs.Where(n => n.RaisedOn <= day).Select(n => n.On(day)).Where(state => state != NeedState.Dropped).ToList();
        return states.Count == 0 ? null : decimal.Round(100m * states.Count(state => state == NeedState.Met) / states.Count, 1);
    }

    /// <inheritdoc cref="PercentMetOn"/>
    public decimal? UnservedOn(DateOnly day)
    {
        var raised = _needs.Where(n => n.RaisedOn <= day).ToList();
        return raised.Count == 0 ? null : raised.Count(n => Unserved.IsTooLong(n.On(day) is NeedState.Open or NeedState.InSupport, n.RaisedOn, NeedPast.LastServed(n.Served.Where(on => on <= day)), day));
    }
}
