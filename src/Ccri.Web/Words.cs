using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Organisations;
using Ccri.Domain.Territories;
using Ccri.Domain.WorkingGroups;

namespace Ccri.Web;

/// <summary>The words that people read for the members of the domain's enumerations; one place, so that pages and reports agree.</summary>
public static class Words
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
        _ => "to be supplied by the support office",
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

    public static string Of(MemberCategory category) => category switch
    {
        MemberCategory.CcriProject => "CCRI Project",
        MemberCategory.AssociatedPartner => "Associated Partner",
        _ => category.ToString(),
    };
}
