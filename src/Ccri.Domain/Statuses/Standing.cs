using Ccri.Domain.Programme;

namespace Ccri.Domain.Statuses;

/// <summary>How a thing stands on a day: what the rule says, and what a person says instead while that holds.</summary>
/// <param name="Status">Empty when it has none: dropped, stopped, expired.</param>
/// <param name="Ruled">What the rule alone says.</param>
/// <param name="By">The person's status that holds; empty while the rule decides.</param>
/// <param name="Lapsed">The last status a person gave, when it holds no more.</param>
public sealed record Standing(Followed Of, Rag? Status, Reading? Ruled, Override? By, Override? Lapsed, IReadOnlyList<Standing> Parts)
{
    /// <summary>Whether a person's word is what counts: where time has made it worse than the person knew, the rule speaks.</summary>
    public bool IsByPerson => By is { } by && by.Status == Status;

    /// <summary>The parts that have a status.</summary>
    public IEnumerable<Standing> Judged => Parts.Where(p => p.Status is not null);

    /// <summary>Of a territory, the indicators with a status that it follows itself or in its solutions that go on.</summary>
    public IEnumerable<Standing> Indicators => Judged.Concat(Judged.Where(p => p.Of is FollowedSolution).SelectMany(s => s.Judged)).Where(p => p.Of is FollowedIndicator);

    /// <summary>It and everything below it.</summary>
    public IEnumerable<Standing> All => [this, .. Parts.SelectMany(p => p.All)];
}
