namespace Ccri.Domain.Accounts;

/// <summary>What a person may do. Source: product.md, "Who uses it, and for what".</summary>
public enum Role
{
    /// <summary>Support office staff or an accompanying partner: keeps the territories moving.</summary>
    Officer,

    /// <summary>Leads a thematic working group: reads the register, writes in the own groups.</summary>
    Lead,

    /// <summary>Heads the support office: people, tiers, periods, rules, approvals.</summary>
    Coordinator,

    /// <summary>Answers for one territory and sees nothing of any other.</summary>
    Territory,

    /// <summary>Reads at the Commission what was published and frozen; never drafts or live working data.</summary>
    Desk,
}
