namespace Ccri.Domain.Support;

/// <summary>What one territory got within some days: activities it was in, days of experts, logged contacts.</summary>
public sealed record Attention(Guid TerritoryId, int Activities, decimal Days, int Contacts);

/// <summary>How evenly attention is spread over territories of one tier. Pilots and Fellows are never held against each other: they are entitled to different things.</summary>
public sealed record AttentionBalance(decimal MedianDays, decimal MedianTouches, decimal ShareOfTopQuarter, IReadOnlyList<Attention> LeftBehind)
{
    /// <param name="of">The territories of one tier, those that got nothing included.</param>
    /// <returns>Left behind is who got less than half of the median, or nothing at all; the least first.</returns>
    public static AttentionBalance Of(IReadOnlyCollection<Attention> of)
    {
        if (of.Count == 0)
            return new AttentionBalance(0, 0, 0, []);
        var touches = Median(of.Select(a => (decimal)Touches(a)));
        var total = of.Sum(Touches);
        var top = of.Select(Touches).OrderDescending().Take((of.Count + 3) / 4).Sum();
        return new AttentionBalance(Median(of.Select(a => a.Days)), touches, total == 0 ? 0 : decimal.Round((decimal)top / total, 4),
            [.. of.Where(a => Touches(a) == 0 || Touches(a) * 2 < touches).OrderBy(Touches).ThenBy(a => a.Days).ThenBy(a => a.TerritoryId)]);
    }

    /// <summary>Times that somebody of the office dealt with the territory.</summary>
    private static int Touches(Attention attention) => attention.Activities + attention.Contacts;

    private static decimal Median(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
