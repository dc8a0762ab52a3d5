namespace Ccri.Domain.Programme;

/// <summary>
/// How a territory, a plan or a milestone stands ("red, amber, green"). On screen and in print it is always a shape and
/// words; colour only repeats them. Somebody must act on <see cref="AtRisk"/> and <see cref="OffTrack"/>.
/// </summary>
public enum Rag
{
    /// <summary>Goes as planned.</summary>
    OnTrack,

    /// <summary>May miss its date or its aim unless something changes.</summary>
    AtRisk,

    /// <summary>Has missed, or will miss, its date or its aim.</summary>
    OffTrack,

    /// <summary>Nothing is known that could be judged: no day, no value; never shown as good news.</summary>
    NoData,

    /// <summary>Done; nothing is expected any more.</summary>
    Complete,
}

/// <summary>Which of two statuses is worse: off track, at risk, on track, no data, complete. Decision 18 says why no data stands where it does.</summary>
public static class Severity
{
    /// <summary>Larger is worse.</summary>
    public static int Of(Rag status) => status switch { Rag.OffTrack => 4, Rag.AtRisk => 3, Rag.OnTrack => 2, Rag.NoData => 1, _ => 0 };

    public static Rag Worse(Rag one, Rag other) => Of(one) >= Of(other) ? one : other;

    /// <summary>The worst of some; no data when there are none.</summary>
    public static Rag Worst(IEnumerable<Rag> statuses) => statuses.DefaultIfEmpty(Rag.NoData).MaxBy(Of);
}
