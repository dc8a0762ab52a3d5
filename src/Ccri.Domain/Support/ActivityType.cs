using Ccri.Domain.Programme;

namespace Ccri.Domain.Support;

/// <summary>What the support office does for territories. Source: domain.md 4.6.</summary>
public enum ActivityType
{
    /// <summary>Days of experts for a territory.</summary>
    TailoredSupport,
    ExpertMission,

    /// <summary>Of a plan or another document of the territory.</summary>
    DocumentReview,
    RoadmapSession,
    FollowUpCall,
    WorkingGroupMeeting,
    Webinar,
    PeerLearningWorkshop,
    StudyVisit,
    Matchmaking,
    PlenaryWorkshop,
    Conference,
    HelpdeskAnswer,
}

public static class ActivityTypes
{
    /// <summary>What the tier of a territory must entitle it to; empty for what is open to all. Source: domain.md 4.6.</summary>
    public static Entitlement? EntitlementOf(ActivityType type) => type switch
    {
        ActivityType.TailoredSupport or ActivityType.ExpertMission or ActivityType.FollowUpCall => Entitlement.Individual,
        ActivityType.DocumentReview => Entitlement.Plans,
        ActivityType.RoadmapSession => Entitlement.Roadmap,
        _ => null,
    };

    /// <summary>Whether it is counted in expert-days; the others are counted in hours and participants. Source: domain.md 4.6.</summary>
    public static bool IsCountedInDays(ActivityType type) => EntitlementOf(type) is not null || type == ActivityType.HelpdeskAnswer;
}
