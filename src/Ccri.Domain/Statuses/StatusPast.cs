using Ccri.Domain.Programme;

namespace Ccri.Domain.Statuses;

/// <summary>A status that a thing had from a day on.</summary>
public sealed record PastStatus(Rag? Status, DateOnly On);

/// <summary>Since when a thing stands as it does, and how that compares with three months ago.</summary>
/// <param name="Trend">Empty when one of the two statuses is not known.</param>
/// <param name="ComparedOn">The day compared with: three months ago, or the first day known when that is later.</param>
/// <param name="IsYoung">Whether it has been followed for less than three months.</param>
public sealed record StatusPast(DateOnly Since, Trend? Trend, DateOnly ComparedOn, bool IsYoung)
{
    /// <param name="entries">Of one thing, the oldest first.</param>
    /// <param name="now">How it stands, whether written down already or not.</param>
    /// <returns>Empty while nothing is written down.</returns>
    public static StatusPast? Of(IReadOnlyList<PastStatus> entries, Rag? now, DateOnly today)
    {
        if (entries.Count == 0)
            return null;
        var since = today; // it has just changed, and nobody has written it down yet
        foreach (var entry in entries.Reverse().TakeWhile(entry => entry.Status == now))
            since = entry.On;
        var then = today.AddMonths(-Trends.Months);
        var before = entries.LastOrDefault(entry => entry.On <= then);
        return new StatusPast(since, Trends.Of((before ?? entries[0]).Status, now), before is null ? entries[0].On : then, before is null);
    }
}
