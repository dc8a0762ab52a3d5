using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports.Documents;

namespace Ccri.Web.Features.Reports;

/// <summary>Of an earlier snapshot only the statuses: the rest of it is skipped while it is read.</summary>
internal sealed record Standing(Standing.Thing Territory, SnapshotStatus Status)
{
    public IReadOnlyList<Thing> Plans { get; init; } = [];
    public IReadOnlyList<Thing> Solutions { get; init; } = [];

    public EarlierStanding In(string period)
    {
        var things = new Dictionary<Guid, Rag> { [Territory.Id] = Status.Status };
        foreach (var thing in Plans.Concat(Solutions))
            if (thing.Reading is { } reading)
                things[thing.Id] = reading.Status;
        return new EarlierStanding(period, things);
    }

    internal sealed record Thing(Guid Id, SnapshotStatus? Reading);
}
