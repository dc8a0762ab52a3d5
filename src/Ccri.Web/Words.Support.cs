using System.Globalization;
using Ccri.Domain.Support;

namespace Ccri.Web;

/// <summary>The words of support.</summary>
public static partial class Words
{
    public static string Of(ActivityType type) => type switch
    {
        ActivityType.TailoredSupport => "Tailored support",
        ActivityType.ExpertMission => "Expert mission",
        ActivityType.DocumentReview => "Document review",
        ActivityType.RoadmapSession => "Roadmap session",
        ActivityType.FollowUpCall => "Follow-up call",
        ActivityType.WorkingGroupMeeting => "Working-group meeting",
        ActivityType.PeerLearningWorkshop => "Peer-learning workshop",
        ActivityType.StudyVisit => "Study visit",
        ActivityType.PlenaryWorkshop => "Plenary workshop",
        ActivityType.HelpdeskAnswer => "Helpdesk answer",
        _ => type.ToString(),
    };

    /// <summary>"1 expert-day", "2.5 expert-days", "0.33 expert-days".</summary>
    public static string OfExpertDays(decimal days) => $"{OfDays(days)} {(days == 1 ? "expert-day" : "expert-days")}";

    /// <summary>The figure alone: "2.5".</summary>
    public static string OfDays(decimal days) => days.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
