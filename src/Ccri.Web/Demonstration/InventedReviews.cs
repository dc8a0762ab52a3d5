using Ccri.Domain.Plans;

namespace Ccri.Web.Demonstration;

/// <summary>How the office is said to have read an invented plan: section scores, reviews, recommendations and what became of them.</summary>
internal static class InventedReviews
{
    private static readonly (PlanSection Section, string Text)[] Recommendations =
    [
        (PlanSection.Baseline, "add a flow analysis of the three largest streams, with the year and the quality of the data."),
        (PlanSection.Objectives, "give each objective a baseline, a target and a year."),
        (PlanSection.Actions, "name for each action who leads it, and when it begins and ends."),
        (PlanSection.Financing, "say which actions are paid for, and by whom; the gap should be visible."),
        (PlanSection.Monitoring, "agree on who collects which figure, and how often."),
        (PlanSection.Stakeholders, "show how small companies and residents took part."),
        (PlanSection.Solutions, "link the actions to the systemic solution that they serve."),
        (PlanSection.Replication, "write down what another town would have to know."),
    ];

    private static readonly string[] Rejections = ["the council has decided otherwise.", "the data would cost more than they tell."];

    /// <summary>No partner of the office is said to have done it.</summary>
    public static void Make(Invention invention, Place place, Plan plan, int reviews)
    {
        var sum = Scores(invention, place, plan);
        for (var k = 0; k < reviews; k++)
        {
            var chance = new Chance($"{plan.Code} review {k}");
            var review = invention.Add(new PlanReview(plan.Id, place.Id, null));
            var on = invention.Today.AddDays(-60 - (reviews - 1 - k) * 240 - chance.Below(30));
            review.Tell(on, null, Invention.Say("the draft is clear in its aims; figures and financing are still thin."), invention.Today);
            var after = Math.Max(0, sum - (reviews - 1 - k) * 5);
            review.Score(Math.Max(0, after - chance.From(3, 7)), after);
            foreach (var (section, text) in Recommendations.Skip(k * 4).Take(4))
            {
                var recommendation = invention.Add(new Recommendation(review.Id, plan.Id, place.Id, section, Invention.Say(text)));
                var (lot, answered) = (chance.Below(100), on.AddDays(chance.From(10, 45)));
                if (lot < 35)
                    recommendation.Take(Uptake.Done, Invention.Say("taken up in the next version."), answered);
                else if (lot < 65)
                    recommendation.Take(Uptake.Accepted, null, answered);
                else if (lot < 78)
                    recommendation.Take(Uptake.Rejected, Invention.Say(chance.Of(Rejections)), answered);
            }
        }
    }

    private static int Scores(Invention invention, Place place, Plan plan)
    {
        var (sum, chance) = (0, new Chance($"{plan.Code} sections"));
        foreach (var section in Enum.GetValues<PlanSection>())
        {
            if (chance.In(8))
                continue; // not scored yet
            var score = Math.Min(SectionScore.Highest, chance.From(0, 4));
            invention.Add(new SectionScore(plan.Id, place.Id, section)).Rate(score, Invention.Say(score switch { 0 => "missing.", 1 => "mentioned, without figures.", 2 => "clear, sources are missing in places.", _ => null }));
            sum += score;
        }
        return sum;
    }
}
