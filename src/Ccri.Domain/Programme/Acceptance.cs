using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ccri.Domain.Programme;

/// <summary>
/// Somebody accepted, with a reason, what a rule would refuse. It holds for the facts it was given for: when they change, it has
/// lapsed. Never edited; the audit keeps it like every other row. Source: product.md, "Participation".
/// </summary>
public sealed class Acceptance : Entity
{
    /// <summary>A role that the tier of the territory does not entitle to.</summary>
    public const string TierEntitlement = "tier-entitlement";

    /// <summary>A territory more than the tier has room for.</summary>
    public const string TierCapacity = "tier-capacity";

    /// <summary>A status given by a person; see <see cref="Given"/>.</summary>
    public const string Status = "status";

    public const int ShortestReason = 10, LongestReason = 1000;

    /// <param name="rule">One of the constants of this class.</param>
    /// <param name="subjectId">The row that exists although the rule refuses it.</param>
    /// <param name="territoryId">The territory it concerns; empty when it concerns none.</param>
    /// <param name="fingerprint">See <see cref="FingerprintOf"/>.</param>
    /// <param name="personId">Who accepted it; empty for the command line.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleViolationException">When the reason says nothing, or too much.</exception>
    public Acceptance(string rule, Guid subjectId, Guid? territoryId, string fingerprint, string reason, Guid? personId, DateTime now)
    {
        (Rule, SubjectId, TerritoryId, Fingerprint, PersonId, At) = (Line(rule, "The rule", 60), subjectId, territoryId, fingerprint, personId, now);
        Reason = Line(reason, "The reason for the exception", LongestReason);
        Require(Reason.Length >= ShortestReason, "Give a reason that somebody else understands later, in a few words at least.");
    }

#pragma warning disable CS8618 // read from the database
    private Acceptance() { }
#pragma warning restore CS8618

    public string Rule { get; private set; }
    public Guid SubjectId { get; private set; }
    public Guid? TerritoryId { get; private set; }

    /// <summary>Of the facts that the rule looked at, as they were.</summary>
    public string Fingerprint { get; private set; }
    public string Reason { get; private set; }

    /// <summary>The status that is given instead of the rule's; empty for every other rule.</summary>
    public Rag? Given { get; private set; }
    public Guid? PersonId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>A status by a person instead of the rule's, for the facts as they are.</summary>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleViolationException">When the rule says the same, nobody can say that, or the reason says nothing.</exception>
    public static Acceptance OfStatus(Guid subjectId, Guid territoryId, Rag given, Rag? standing, string fingerprint, string reason, Guid? personId, DateTime now)
    {
        Require(standing is not null, "It is followed no more, so it has no status.");
        Require(Statuses.Override.Offered.Contains(given), "A person says on track, at risk or off track. Complete is said by finishing the thing itself.");
        Require(given != standing, "It stands so already. Choose another status, or leave it as it is.");
        return new Acceptance(Status, subjectId, territoryId, fingerprint, reason, personId, now) { Given = given };
    }

    /// <summary>Whether it still holds for facts with this fingerprint.</summary>
    public bool Covers(string fingerprint) => Fingerprint == fingerprint;

    /// <summary>The same for the same facts in the same order; 64 hexadecimal digits. One database gives 45.0 and the other 45.000000: that is one fact.</summary>
    public static string FingerprintOf(params IEnumerable<object?> facts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', facts.Select(fact => fact is decimal number
            ? number.ToString("0.############################", CultureInfo.InvariantCulture) : FormattableString.Invariant($"{fact}"))))));
}
