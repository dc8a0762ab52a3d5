using Ccri.Domain.Needs;

namespace Ccri.Web.Features.Needs;

/// <summary>What _RoundTable.cshtml shows.</summary>
/// <param name="Before">Heads the column of the earlier ratings, or of the other side; empty where there is one round only.</param>
public sealed record RoundTable(string Slug, string Caption, string? Before, string Now, IReadOnlyList<ComparedAnswer> Answers)
{
    /// <summary>Heads the column that says how the two differ.</summary>
    public string Difference { get; init; } = "Change";

    /// <summary>By the key of the question.</summary>
    public IReadOnlyDictionary<string, string?> Evidence { get; init; } = new Dictionary<string, string?>();

    /// <summary>Needs that were made from the ratings, by the key of the question.</summary>
    public IReadOnlyDictionary<string, int> Raised { get; init; } = new Dictionary<string, int>();

    /// <summary>The round from whose low ratings needs are made by a button; empty where the user may not.</summary>
    public Guid? RaisesFrom { get; init; }

    /// <summary>Heads the column of changes and needs; empty where there is neither.</summary>
    public string? LastHeading => Before is not null ? Difference : Raised.Count > 0 || RaisesFrom is not null && Answers.Any(a => a.Now <= Words.LowRating) ? "Need" : null;

    public static IReadOnlyDictionary<string, string?> EvidenceOf(ShownRound round) => round.Answers.ToDictionary(a => a.Key, a => a.Evidence);
}
