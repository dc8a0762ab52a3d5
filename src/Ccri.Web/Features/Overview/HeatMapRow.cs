using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Overview;

/// <summary>How one territory stands, in the five columns of the heat-map. A cell is empty where there is nothing of the kind.</summary>
/// <param name="Why">Of the status as a whole, in a sentence.</param>
public sealed record HeatMapRow(Guid TerritoryId, string Slug, string Name, string? CountryCode, string? Tier, HeatCell Overall, string Why)
{
    public HeatCell? ActionPlan { get; init; }
    public HeatCell? InvestmentPlan { get; init; }
    public HeatCell? Solutions { get; init; }
    public HeatCell? Indicators { get; init; }

    public IEnumerable<(string Heading, HeatCell? Cell)> Cells =>
        [("Overall", Overall), ("Action plan", ActionPlan), ("Investment plan", InvestmentPlan), ("Solutions", Solutions), ("Indicators", Indicators)];
}

/// <param name="Address">Of the page that tells more, below the site's root.</param>
public sealed record HeatCell(Rag Status, string Address);

internal static class HeatMapRows
{
    /// <summary>Worst first: by the status as a whole, then by how much is off track, then by name.</summary>
    /// <param name="codes">Of plans and solutions by their ids.</param>
    public static async Task<IReadOnlyList<HeatMapRow>> HeatMapAsync(this CcriDbContext db, StatusBook book, IReadOnlyDictionary<Guid, string> codes, IQueryable<Territory> territories, DateOnly today, CancellationToken cancellationToken)
    {
        var participations = db.Participations.HeldOn(today);
        var known = await territories.Select(t => new
        {
            t.Id, t.Slug, t.Name, t.SearchName, t.CountryCode,
            Tier = db.Tiers.Where(tier => participations.Any(p => p.TerritoryId == t.Id && p.TierId == tier.Id)).OrderBy(tier => tier.Code).Select(tier => tier.Name).FirstOrDefault(),
        }).ToDictionaryAsync(t => t.Id, cancellationToken);
        return
        [
            .. book.Territories.Where(t => known.ContainsKey(t.Of.Id)).Select(t => (Standing: t, Known: known[t.Of.Id])).Select(t => (t.Known.SearchName, Row: Row(t.Standing, t.Known.Slug, codes) with { CountryCode = t.Known.CountryCode, Tier = t.Known.Tier }))
                .OrderByDescending(t => Severity.Of(t.Row.Overall.Status)).ThenByDescending(t => t.Row.Cells.Sum(c => Weight(c.Cell))).ThenBy(t => t.SearchName, StringComparer.Ordinal).ThenBy(t => t.Row.TerritoryId).Select(t => t.Row),
        ];
    }

    private static HeatMapRow Row(Standing territory, string slug, IReadOnlyDictionary<Guid, string> codes)
    {
        var solutions = territory.Parts.Where(p => p.Of is FollowedSolution).ToList();
        return new HeatMapRow(territory.Of.Id, slug, territory.Of.Name, null, null, new HeatCell(territory.Status ?? Rag.NoData, ShownStatus.AddressOf(StatusKind.Territory, territory.Of.Id)), Words.Why(territory))
        {
            ActionPlan = Plan(PlanKind.Ceap),
            InvestmentPlan = Plan(PlanKind.Ceip),
            Solutions = Worst(solutions) is { } solution ? new HeatCell(solution.Status!.Value, $"solutions?territory={slug}") : null,
            Indicators = Worst(territory.Indicators) is { } indicator ? new HeatCell(indicator.Status!.Value, $"indicators/{slug}") : null,
        };

        HeatCell? Plan(PlanKind kind) => Worst(territory.Parts.Where(p => p.Of is FollowedPlan plan && plan.PlanKind == kind)) is { } worst
            ? new HeatCell(worst.Status!.Value, $"plans/{codes.GetValueOrDefault(worst.Of.Id)}") : null;
    }

    /// <summary>Of those that are followed; the first of equal ones.</summary>
    private static Standing? Worst(IEnumerable<Standing> parts) => parts.Where(p => p.Status is not null).MaxBy(p => Severity.Of(p.Status!.Value));

    private static int Weight(HeatCell? cell) => cell?.Status switch { Rag.OffTrack => 10, Rag.AtRisk => 1, _ => 0 };
}
