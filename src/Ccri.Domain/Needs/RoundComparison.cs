namespace Ccri.Domain.Needs;

/// <summary>Whether what two rounds say of a question can be held side by side.</summary>
public enum Comparability
{
    /// <summary>Asked and answered in both.</summary>
    Comparable,

    /// <summary>Asked in both, and one of them has no answer.</summary>
    NotAnswered,

    /// <summary>The earlier questionnaire did not ask it.</summary>
    NotAskedBefore,

    /// <summary>The later questionnaire asks it no more.</summary>
    NoLongerAsked,
}

/// <summary>A question as it was asked in a round, with its answer.</summary>
/// <param name="Value">Empty when nobody could say.</param>
public sealed record Answered(string Key, string Cluster, string Name, int? Value, string? Evidence = null);

/// <param name="NameBefore">What the question was called before, where it was called otherwise.</param>
public sealed record ComparedAnswer(string Key, string Cluster, string Name, string? NameBefore, int? Before, int? Now, Comparability Comparability)
{
    /// <summary>Steps upwards; empty where the two cannot be compared.</summary>
    public int? Change => Comparability == Comparability.Comparable ? Now - Before : null;

    /// <summary>Whether the two are so far apart that people should talk about it.</summary>
    public bool IsWorthATalk => Change is { } change && Math.Abs(change) >= Rating.WorthATalk;
}

/// <summary>Two rounds side by side, also when the questionnaire changed between them: questions with one key are the same question.</summary>
public static class RoundComparison
{
    /// <returns>In the order of the later round; then what is asked no more, in the order of the earlier one.</returns>
    public static IReadOnlyList<ComparedAnswer> Of(IReadOnlyList<Answered> before, IReadOnlyList<Answered> now)
    {
        var (old, current) = (before.ToDictionary(a => a.Key), now.Select(a => a.Key).ToHashSet());
        return
        [
            .. now.Select(a => old.TryGetValue(a.Key, out var was)
                ? new ComparedAnswer(a.Key, a.Cluster, a.Name, was.Name == a.Name ? null : was.Name, was.Value, a.Value, was.Value is null || a.Value is null ? Comparability.NotAnswered : Comparability.Comparable)
                : new ComparedAnswer(a.Key, a.Cluster, a.Name, null, null, a.Value, Comparability.NotAskedBefore)),
            .. before.Where(a => !current.Contains(a.Key)).Select(a => new ComparedAnswer(a.Key, a.Cluster, a.Name, null, a.Value, null, Comparability.NoLongerAsked)),
        ];
    }
}

/// <summary>Which assessment of the office belongs to which self-assessment, and what a territory may see before it has rated itself.</summary>
public static class RoundPairs
{
    /// <summary>The office's last round up to that day; else its first one after.</summary>
    public static AssessmentRound? PairOf(AssessmentRound self, IEnumerable<AssessmentRound> rounds)
    {
        var office = rounds.Where(r => r.Kind == RoundKind.Office && r.TerritoryId == self.TerritoryId).OrderBy(r => r.On).ThenBy(r => r.Id).ToList();
        return office.LastOrDefault(r => r.On <= self.On) ?? office.FirstOrDefault();
    }

    /// <summary>The territory sees a round of the office once it has handed in a self-assessment of that day or later, or one that the round belongs to: nobody is led by the ratings of another.</summary>
    public static bool IsOpenToTerritory(AssessmentRound round, IReadOnlyCollection<AssessmentRound> rounds) =>
        round.Kind == RoundKind.Self || rounds.Any(self => self.Kind == RoundKind.Self && self.TerritoryId == round.TerritoryId && (self.On >= round.On || PairOf(self, rounds)?.Id == round.Id));
}
