using Ccri.Domain.Needs;
using Ccri.Domain.Reports;
using Ccri.Domain.Support;
using Ccri.Web.Features.Reports.Documents;

namespace Ccri.Web.Tests.Reports.Documents;

/// <summary>Snapshots with an assessment, needs and support.</summary>
internal static class NeedSamples
{
    private static readonly Guid Partner = SnapshotSamples.Id(900);

    public static TerritorySnapshot Small => SnapshotSamples.Small with
    {
        Assessment = new("Circular economy governance", 2, new(2025, 9, 4), new(2026, 8, 22),
        [
            new("vision", "Promote", "Vision and strategy", 2, 4, Comparability.Comparable), new("data", "Enable", "Data and assessment", 3, 2, Comparability.Comparable),
            new("skills", "Enable", "Skills", null, 3, Comparability.NotAskedBefore), new("law", "Enable", "Regulation", 1, null, Comparability.NoLongerAsked),
        ]),
        Needs =
        [
            Need(1, NeedState.Open, 5) with { RaisedOn = new(2026, 1, 10) },
            Need(2, NeedState.InSupport, 4) with { Activities = 1, ServedOn = new(2026, 9, 2), Verdict = new(NeedVerdict.Partly, new(2026, 9, 20), IsTold: true) },
            Need(3, NeedState.Met, 3) with { ClosedOn = new(2026, 8, 1), Verdict = new(NeedVerdict.Met, new(2026, 8, 1), IsTold: false) },
            Need(4, NeedState.Dropped, 2) with { ClosedOn = new(2026, 8, 2), Reason = "The same as the second.", MergedInto = 2 },
        ],
        Support =
        [
            new(SnapshotSamples.Id(920), ActivityType.ExpertMission, "Mission on the flow of <materials>", new(2026, 9, 1), new(2026, 9, 2), 1.25m, null, null, 1)
            {
                OrganisationId = Partner, Organisation = "Partner A & Δυτική", Needs = [2], Outcome = "A list of next steps.", Satisfaction = 4.5m, Exception = "It was promised before the tier was changed.",
            },
            new(SnapshotSamples.Id(921), ActivityType.Webinar, "Calls of the coming year", new(2026, 9, 20), null, null, 1.5m, 40, 12),
        ],
        PlannedDays = [new(Partner, "Partner A & Δυτική", 3)],
    };

    public static TerritorySnapshot Nothing => SnapshotSamples.Empty with { Territory = SnapshotSamples.Empty.Territory with { Id = SnapshotSamples.Id(999) }, Needs = [], Support = [], PlannedDays = [] };

    /// <summary>Of snapshots that were all taken at one instant.</summary>
    public static QuarterSupport? Quarter(params IReadOnlyList<TerritorySnapshot> snapshots) => QuarterSupport.Of(snapshots, new ProgrammeSupport(
        snapshots.SelectMany(s => (s.Support ?? []).Select(a => (s.Territory.Id, Activity: a))).ToLookup(x => x.Id, x => x.Activity),
        snapshots.SelectMany(s => (s.PlannedDays ?? []).Select(p => (s.Territory.Id, Planned: p))).ToLookup(x => x.Id, x => x.Planned), snapshots.Where(s => s.Needs is not null).ToDictionary(s => s.Territory.Id, s => s.Territory.Name)));

    public static SnapshotNeed Need(int number, NeedState state, int severity) => new(SnapshotSamples.Id(900 + number), number, $"Need {number} of the territory", "data", "Data and assessment", severity, 3, state, new(2026, 5, 10));
}
