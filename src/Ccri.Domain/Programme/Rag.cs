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

    /// <summary>Nothing recent enough is known to say; never shown as good news.</summary>
    NoData,

    /// <summary>Done; nothing is expected any more.</summary>
    Complete,
}
