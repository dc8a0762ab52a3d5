using Ccri.Domain.Reports;
using Ccri.Domain.Territories;

namespace Ccri.Web.Features.Reports;

/// <summary>Reads what a snapshot holds, for one territory or for all: the same number of questions to the database however many.</summary>
public sealed class SnapshotReader
{
    /// <param name="territories">What they hold is the same for whoever asks: nothing here depends on the user.</param>
    /// <returns>In the order of the territories' names.</returns>
    public Task<IReadOnlyList<TerritorySnapshot>> ReadAsync(IQueryable<Territory> territories, SnapshotPeriod period, SnapshotCause cause, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
