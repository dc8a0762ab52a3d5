using Ccri.Domain.Organisations;

namespace Ccri.Domain.Programme;

/// <summary>The kinds of help that a tier entitles a territory to, or does not. Source: domain.md 4.6.</summary>
public enum Entitlement
{
    /// <summary>Tailored support for the territory alone.</summary>
    Individual,
    Roadmap,
    Plans,
}

/// <summary>A kind of participation with its size and what it entitles to: Pilot and Fellow are data, not code. Source: domain.md 4.6.</summary>
public sealed class Tier : Entity
{
    public Tier(string code) => Code = Line(code, "The code of the tier", 20);

    /// <summary>Unique, lower case: pilot, fellow.</summary>
    public string Code { get; private set; }
    public string Name { get; private set; } = "";
    public string Plural { get; private set; } = "";

    /// <summary>Number of territories the tier has room for.</summary>
    public int Capacity { get; private set; }

    /// <summary>Tailored support and expert guidance for the territory alone, as against support for a group.</summary>
    public bool IndividualSupport { get; private set; }
    public bool Roadmap { get; private set; }

    /// <summary>Help with the action plan (CEAP) and the investment plan (CEIP).</summary>
    public bool Plans { get; private set; }
    public string? Note { get; private set; }

    public void Call(string name) => Name = Line(name, "The name of the tier", 50);
    public void CallMany(string plural) => Plural = Line(plural, "The plural of the tier", 50);

    /// <param name="taken">How many places are taken now.</param>
    /// <exception cref="RuleViolationException">When the capacity is below one, or below what is taken.</exception>
    public void MakeRoomFor(int territories, int taken = 0)
    {
        Require(territories >= 1, $"A tier has room for at least one territory, not for {territories}.");
        Require(territories >= taken, $"{taken} {(taken == 1 ? "place is" : "places are")} taken now. The tier needs room for at least as many, not for {territories}.");
        Capacity = territories;
    }

    /// <summary>Whether a territory of this tier is entitled to a role of this kind: only one with support of its own is accompanied by a partner.</summary>
    public bool EntitlesTo(OrganisationRoleKind role) => role != OrganisationRoleKind.AccompanyingPartner || IndividualSupport;

    /// <summary>Why a territory of this tier is not entitled to be accompanied, in a sentence.</summary>
    public string ObjectionFor(string territory) =>
        $"{territory} is a {Name}. {Plural} get group support, no support of their own, so no partner of the support office accompanies them.";

    /// <summary>Of the facts by which a territory is or is not entitled to a role, for an exception that holds as long as they do.</summary>
    public string FingerprintFor(OrganisationRoleKind role, Guid territoryId) => Acceptance.FingerprintOf(role, territoryId, Id, IndividualSupport);

    /// <summary>Whether a territory of this tier is entitled to help of this kind.</summary>
    public bool EntitlesTo(Entitlement entitlement) => entitlement switch
    {
        Entitlement.Roadmap => Roadmap,
        Entitlement.Plans => Plans,
        _ => IndividualSupport,
    };

    /// <summary>Why a territory of this tier is not entitled to it, in a sentence.</summary>
    public string ObjectionFor(string territory, Entitlement entitlement) => $"{territory} is a {Name}. {Plural} get group support, and no {entitlement switch
    {
        Entitlement.Roadmap => "roadmap of their own",
        Entitlement.Plans => "help with their plans",
        _ => "support of their own",
    }} from the support office.";

    /// <inheritdoc cref="FingerprintFor(OrganisationRoleKind, Guid)"/>
    public string FingerprintFor(Entitlement entitlement, Guid territoryId) => Acceptance.FingerprintOf(entitlement, territoryId, Id, EntitlesTo(entitlement));

    public void EntitleToIndividualSupport(bool yes) => IndividualSupport = yes;
    public void EntitleToRoadmap(bool yes) => Roadmap = yes;
    public void EntitleToPlans(bool yes) => Plans = yes;
    public void Remark(string? note) => Note = Optional(note);
}
