using Ccri.Domain.Solutions;

namespace Ccri.Domain.WorkingGroups;

/// <summary>The sections of the report that each group owes. Source: domain.md section 2.</summary>
public enum GroupReportSection
{
    Introduction,
    BarriersAndLevers,
    KnowledgeAndTools,
    Practices,
    Recommendations,
}

/// <summary>What the knowledge and tools of a group are sorted by. Source: domain.md section 2.</summary>
public enum KnowledgeArea
{
    Technical,
    Regulatory,
    SocioEconomic,
}

public static class KnowledgeAreas
{
    /// <summary>The nine dimensions of barriers and levers in the three areas of the published skeleton. The grouping is ours.</summary>
    public static KnowledgeArea Of(FactorDimension dimension) => dimension switch
    {
        FactorDimension.PolicyAndGovernance or FactorDimension.Regulatory or FactorDimension.Procurement => KnowledgeArea.Regulatory,
        FactorDimension.FinancialAndMarket or FactorDimension.SkillsAndCapacity or FactorDimension.SocialAndBehavioural => KnowledgeArea.SocioEconomic,
        _ => KnowledgeArea.Technical,
    };
}

/// <summary>What the lead writes into a section of the group's report, around the items that come from the sessions; kept when they change.</summary>
public sealed class GroupReportText : Entity
{
    public const int LongestText = 20_000;

    public GroupReportText(Guid workingGroupId, GroupReportSection section) => (WorkingGroupId, Section) = (workingGroupId, section);

    public Guid WorkingGroupId { get; private set; }
    public GroupReportSection Section { get; private set; }

    /// <summary>Empty when there is nothing to say beyond the items.</summary>
    public string? Text { get; private set; }
    public Guid? WrittenById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? WrittenAt { get; private set; }

    public void Write(string? text, Guid? personId, DateTime now) => (Text, WrittenById, WrittenAt) = (Optional(text), personId, now);
}
