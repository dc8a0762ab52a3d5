using Ccri.Domain.Programme;

namespace Ccri.Domain.Statuses;

/// <summary>A status that a person gave instead of the rule's, as it was written down (<see cref="Acceptance"/>).</summary>
/// <param name="On">The day in the programme's calendar.</param>
/// <param name="Fingerprint">See <see cref="StatusRule.FingerprintOf"/>.</param>
/// <param name="PersonId">Empty for the command line.</param>
public sealed record Override(Guid AcceptanceId, Rag Status, string Reason, DateOnly On, string Fingerprint, Guid? PersonId)
{
    /// <summary>What a person can say; complete is said by finishing the thing, and no data by nobody.</summary>
    public static readonly IReadOnlyList<Rag> Offered = [Rag.OnTrack, Rag.AtRisk, Rag.OffTrack];
}
