using Ccri.Domain.Plans;

namespace Ccri.Web;

/// <summary>Of what is done with a plan as a whole.</summary>
public static partial class Words
{
    /// <summary>As a button says it.</summary>
    public static string Of(PlanStep step) => step switch
    {
        PlanStep.Draft => "Begin the draft",
        PlanStep.SendToReview => "Send to review",
        PlanStep.ReturnToAuthors => "Return to its authors",
        PlanStep.Adopt => "Record the adoption",
        PlanStep.Revise => "Begin a revision",
        _ => "Mark as expired",
    };

    /// <summary>What is said once it is done.</summary>
    public static string Done(PlanStep step) => step switch
    {
        PlanStep.Draft => "The plan is being drafted now.",
        PlanStep.SendToReview => "The plan is in review; how it stands now is kept as a version.",
        PlanStep.ReturnToAuthors => "The plan is back with its authors.",
        PlanStep.Adopt => "The plan is adopted; how it stands now is kept as a version.",
        PlanStep.Revise => "The plan is under revision; what was adopted stays in force.",
        _ => "The plan has expired.",
    };

    /// <summary>"2 of 3" in words: what a score of a section means.</summary>
    public static string OfScore(int score) => score switch { 0 => "missing", 1 => "begun", 2 => "mostly there", _ => "complete" };
}
