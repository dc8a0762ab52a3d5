using Ccri.Domain.Territories;

namespace Ccri.Web.Features.Overview;

/// <summary>Something that the register lacks: of one territory, or of several at once.</summary>
public sealed record RegisterNeed(RegisterGap Gap, int Count, string? Territory, string? Slug)
{
    /// <summary>Worst kind first; a kind that two territories share at most names them, a more common one is counted.</summary>
    public static IEnumerable<RegisterNeed> Of(IReadOnlyList<RegisterRecord> worst, Func<Guid, (string Name, string Slug)> territory)
    {
        foreach (var gap in Enum.GetValues<RegisterGap>())
        {
            var lacking = worst.Where(r => r.Gaps.Contains(gap)).ToList();
            if (lacking.Count > 2)
                yield return new RegisterNeed(gap, lacking.Count, null, null);
            else
                foreach (var record in lacking)
                    yield return new RegisterNeed(gap, 1, territory(record.TerritoryId).Name, territory(record.TerritoryId).Slug);
        }
    }
}
