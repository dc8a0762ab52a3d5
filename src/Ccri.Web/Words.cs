using System.Globalization;
using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Organisations;
using Ccri.Domain.Programme;
using Ccri.Domain.Territories;
using Ccri.Domain.WorkingGroups;

namespace Ccri.Web;

/// <summary>The words that people read for the members of the domain's enumerations; one place, so that pages and reports agree.</summary>
public static partial class Words
{
    public static string Of(Role role) => role switch
    {
        Role.Officer => "Support officer",
        Role.Lead => "Working-group lead",
        Role.Coordinator => "Coordinator",
        Role.Territory => "Territory contact",
        Role.Desk => "Commission desk officer",
        _ => role.ToString(),
    };

    public static string Of(TerritoryType type) => type switch
    {
        TerritoryType.Cluster => "Territorial cluster",
        _ => type.ToString(),
    };

    public static string Of(UrbanRural urbanRural) => urbanRural switch
    {
        UrbanRural.PredominantlyUrban => "Predominantly urban",
        UrbanRural.PredominantlyRural => "Predominantly rural",
        _ => "Intermediate",
    };

    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.High => "stated by the source",
        Confidence.Medium => "partly stated, the rest follows",
        Confidence.Inferred => "inferred, no source says it",
        Confidence.Unconfirmed => "unconfirmed",
        Confidence.Approximate => "approximate",
        Confidence.Illustrative => "illustrative, invented for a demonstration",
        _ => "to be supplied by the support office",
    };

    /// <summary>One or two words, for the narrow column of a report.</summary>
    public static string Briefly(Confidence confidence) => confidence switch
    {
        Confidence.High => "stated",
        Confidence.Medium => "partly stated",
        Confidence.Placeholder => "to be supplied",
        _ => confidence.ToString().ToLowerInvariant(),
    };

    /// <summary>A property as people read it: NutsCode is "Nuts code".</summary>
    public static string OfProperty(string name) => string.Concat(name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    public static string Of(ContactKind kind) => kind.ToString();

    public static string Of(ParticipationEnd end) => end switch
    {
        ParticipationEnd.TierChanged => "changed its tier",
        _ => "withdrew",
    };

    public static string Of(OrganisationRoleKind kind) => kind switch
    {
        OrganisationRoleKind.LeadOrganisation => "Lead organisation",
        OrganisationRoleKind.SupportingExpert => "Supporting expert",
        OrganisationRoleKind.ApplicationAuthor => "Wrote the application",
        OrganisationRoleKind.AccompanyingPartner => "Accompanying partner of the support office",
        OrganisationRoleKind.GroupLeader => "Working-group leader",
        OrganisationRoleKind.ConsortiumMember => "Member of the support office's consortium",
        OrganisationRoleKind.ContractingAuthority => "Contracting authority",
        OrganisationRoleKind.CcriProject => "CCRI Project",
        OrganisationRoleKind.AssociatedPartner => "Associated Partner",
        OrganisationRoleKind.KnowledgeHub => "Knowledge Hub",
        OrganisationRoleKind.CommunitiesOfPractice => "Communities of Practice",
        _ => kind.ToString(),
    };

    /// <summary>What is missing, as one reads it in a list.</summary>
    public static string Of(RegisterGap gap) => gap switch
    {
        RegisterGap.NotNamed => "Name to be supplied",
        RegisterGap.NotConfirmed => "Taking part not confirmed",
        RegisterGap.NoLeadOrganisation => "No lead organisation",
        RegisterGap.NoAccompanyingPartner => "No accompanying partner",
        RegisterGap.NoSolution => "No title of its solution",
        RegisterGap.NoPopulation => "Population not known",
        _ => "Sectors not known",
    };

    /// <summary>20 Nov 2026, on every machine: cultures of the host differ even in the names of months.</summary>
    public static string Of(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>20 Nov 2026, 14:02: in the time of the programme, which is what it must be given in.</summary>
    public static string Moment(DateTime local) => local.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>2,383,139.</summary>
    public static string Of(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Of(ConsentBasis basis) => basis switch
    {
        ConsentBasis.PublicTask => "Public task",
        ConsentBasis.LegitimateInterest => "Legitimate interest",
        ConsentBasis.LegalObligation => "Legal obligation",
        _ => basis.ToString(),
    };

    public static string Of(EligibilityStanding standing) => standing switch
    {
        EligibilityStanding.MemberState => "Member state",
        EligibilityStanding.Associated => "Associated",
        _ => "Named by one source only",
    };

    /// <summary>"since 1 May 2022": how long something held, as far as is known.</summary>
    public static string Of(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "dates not stated",
        ({ } first, null) => $"since {Of(first)}",
        (null, { } last) => $"until {Of(last)}",
        ({ } first, { } last) => $"{Of(first)} to {Of(last)}",
    };

    public static string Of(MemberCategory category) => category switch
    {
        MemberCategory.CcriProject => "CCRI Project",
        MemberCategory.AssociatedPartner => "Associated Partner",
        _ => category.ToString(),
    };
}
