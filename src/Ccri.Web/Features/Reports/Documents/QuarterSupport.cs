using Ccri.Domain.Needs;
using Ccri.Domain.Reports;

namespace Ccri.Web.Features.Reports.Documents;

/// <summary>
/// Needs and support of a quarter: needs and ratings by the snapshots of those who report; support by the log as it stood at one instant, of
/// every territory, so that its sums are those of the ledger. Each territory has its share of an activity for several: nothing counts twice.
/// </summary>
/// <param name="Tiers">By name.</param>
/// <param name="Territories">To which expert-days were given or promised, by name.</param>
/// <param name="Partners">The same by who gives them, by name.</param>
/// <param name="Dimensions">In the order of the questionnaire.</param>
/// <param name="Exceptions">Support that the tier of a territory does not entitle to, by day.</param>
public sealed record QuarterSupport(IReadOnlyList<QuarterTier> Tiers, IReadOnlyList<QuarterDays> Territories, IReadOnlyList<QuarterDays> Partners, IReadOnlyList<QuarterDimension> Dimensions, IReadOnlyList<QuarterException> Exceptions)
{
    /// <summary>Null when none of the snapshots knows of needs.</summary>
    public static QuarterSupport? Of(IEnumerable<TerritorySnapshot> snapshots, ProgrammeSupport support)
    {
        var all = snapshots.Where(s => s.Needs is not null).OrderBy(s => s.Territory.Name, StringComparer.Ordinal).ThenBy(s => s.Territory.Id).ToList();
        if (all.Count == 0)
            return null;
        var territories = support.Names.OrderBy(t => t.Value, StringComparer.Ordinal).ThenBy(t => t.Key).Select(t => new QuarterDays(t.Key, t.Value, support.GivenTo(t.Key), support.PlannedFor(t.Key))).Where(IsAnything).ToList();
        var reporting = all.Select(s => s.Territory.Id).ToHashSet();
        var others = territories.Where(t => !reporting.Contains(t.Id)).ToList();
        return new QuarterSupport(
            [
                .. all.GroupBy(s => s.Territory.Tier).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Tier(g.Key, [.. g], support)),
                .. others.Count == 0 ? (QuarterTier[])[] : [new QuarterTier(QuarterTier.Others, others.Count, 0, 0, 0, 0, 0, 0, others.Sum(t => t.Given), others.Sum(t => t.Planned))],
            ],
            territories, DaysByPartner(support), Medians(all),
            [.. support.Names.SelectMany(t => support.Given[t.Key].Where(a => a.Exception is not null).Select(a => new QuarterException(t.Value, a.Title, a.On, a.Exception!))).OrderBy(e => e.On).ThenBy(e => e.Territory, StringComparer.Ordinal).ThenBy(e => e.What, StringComparer.Ordinal)]);
    }

    private static QuarterTier Tier(string? name, List<TerritorySnapshot> of, ProgrammeSupport support)
    {
        var needs = of.SelectMany(s => s.Needs!.Select(n => (Need: n, Snapshot: s))).ToList();
        var verdicts = needs.Where(n => (n.Need.Verdict?.WrittenOn ?? n.Need.Verdict?.On) is { } on && on >= n.Snapshot.Period.From && on <= n.Snapshot.Period.To).Select(n => n.Need.Verdict!.Verdict).ToList();
        return new QuarterTier(name, of.Count, of.Count(s => s.Assessment is not null), needs.Count(n => n.Need.IsOpen()),
            needs.Count(n => Unserved.IsTooLong(n.Need.IsOpen(), n.Need.RaisedOn, n.Need.ServedOn, n.Snapshot.Day)),
            verdicts.Count(v => v == NeedVerdict.Met), verdicts.Count(v => v == NeedVerdict.Partly), verdicts.Count(v => v == NeedVerdict.NotMet),
            of.Sum(s => support.GivenTo(s.Territory.Id)), of.Sum(s => support.PlannedFor(s.Territory.Id)));
    }

    private static IReadOnlyList<QuarterDays> DaysByPartner(ProgrammeSupport support)
    {
        var given = support.Given.SelectMany(g => g).Where(a => a.Days is not null).ToLookup(a => (Id: a.OrganisationId ?? Guid.Empty, Name: a.Organisation ?? "Not known"), a => a.Days!.Value);
        var planned = support.Planned.SelectMany(p => p).ToLookup(p => (Id: p.OrganisationId, Name: p.Organisation), p => p.Days);
        return [.. given.Select(g => g.Key).Union(planned.Select(p => p.Key)).OrderBy(k => k.Name, StringComparer.Ordinal).ThenBy(k => k.Id)
            .Select(key => new QuarterDays(key.Id, key.Name, given[key].Sum(), planned[key].Sum())).Where(IsAnything)];
    }

    /// <summary>First and now of the same territories: those that were asked and answered both times. Where there is none, what all say now.</summary>
    private static IReadOnlyList<QuarterDimension> Medians(List<TerritorySnapshot> all)
    {
        var answers = all.Where(s => s.Assessment is not null).OrderByDescending(s => s.Assessment!.Version).SelectMany(s => s.Assessment!.Answers).Where(a => a.Comparability != Comparability.NoLongerAsked).ToList();
        var open = all.SelectMany(s => s.Needs!).Where(n => n.IsOpen()).CountBy(n => n.Key).ToDictionary();
        return [.. answers.GroupBy(a => a.Key).Select(g =>
        {
            var both = g.Where(a => a.Comparability == Comparability.Comparable).ToList();
            return new QuarterDimension(g.Key, g.First().Cluster, g.First().Name, both.Count, Median(both.Select(a => a.First)), Median((both.Count > 0 ? both : g.AsEnumerable()).Select(a => a.Now)), open.GetValueOrDefault(g.Key));
        })];
    }

    private static bool IsAnything(QuarterDays days) => days.Given > 0 || days.Planned > 0;

    private static decimal? Median(IEnumerable<int?> values)
    {
        var sorted = values.OfType<int>().Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count == 0 ? null : sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2m;
    }
}

/// <param name="Tier">Empty for territories that are in none.</param>
/// <param name="Assessed">How many of them the support office has assessed.</param>
/// <param name="Unserved">Open needs that nobody has served for longer than <see cref="Domain.Needs.Unserved.TooLong"/> days.</param>
/// <param name="Met">Verdicts that were written down within the period.</param>
/// <param name="Partly">As <paramref name="Met"/>.</param>
/// <param name="NotMet">As <paramref name="Met"/>.</param>
public sealed record QuarterTier(string? Tier, int Territories, int Assessed, int Open, int Unserved, int Met, int Partly, int NotMet, decimal Days, decimal Planned)
{
    /// <summary>In place of a tier: territories that got support and do not report on the period.</summary>
    public const string Others = "Not reporting";
}

/// <summary>Expert-days of a territory or a partner within the period.</summary>
public sealed record QuarterDays(Guid Id, string Name, decimal Given, decimal Planned);

/// <param name="Compared">How many territories answered it both times.</param>
/// <param name="First">The median of theirs; empty when there are none.</param>
/// <param name="Now">The median of theirs; where there are none, of all.</param>
/// <param name="OpenNeeds">Of all territories.</param>
public sealed record QuarterDimension(string Key, string Cluster, string Name, int Compared, decimal? First, decimal? Now, int OpenNeeds);

/// <param name="Reason">Of the coordinator.</param>
public sealed record QuarterException(string Territory, string What, DateOnly On, string Reason);

/// <summary>The support of a period for every territory, as the log stood at one instant.</summary>
/// <param name="Given">By territory, each with its share.</param>
/// <param name="Names">Of the territories.</param>
public sealed record ProgrammeSupport(ILookup<Guid, SnapshotActivity> Given, ILookup<Guid, SnapshotPlannedDays> Planned, IReadOnlyDictionary<Guid, string> Names)
{
    public decimal GivenTo(Guid territory) => Given[territory].Sum(a => a.Days ?? 0);

    public decimal PlannedFor(Guid territory) => Planned[territory].Sum(p => p.Days);
}
