using Ccri.Domain.Plans;

namespace Ccri.Domain.Tests.Plans;

public sealed class PlanReviewTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void A_review_is_recorded_once_it_has_taken_place()
    {
        var (review, partner) = (Review(), Guid.CreateVersion7());
        review.Tell(Today, partner, " Good. ", Today);
        (review.On, review.OrganisationId, review.Summary).ShouldBe((Today, partner, "Good."));

        Should.Throw<RuleViolationException>(() => review.Tell(Today.AddDays(1), null, null, Today)).Message.ShouldBe("The day of the review (2026-11-23) has not come yet. Record it once it has taken place.");
        review.On.ShouldBe(Today);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(37)]
    public void The_sums_of_the_scores_are_those_of_twelve_sections(int wrong)
    {
        var review = Review();
        review.Score(0, 36);
        (review.ScoreBefore, review.ScoreAfter).ShouldBe((0, 36));
        review.Score(null, null);

        Should.Throw<RuleViolationException>(() => review.Score(wrong, null)).Message.ShouldBe($"The sum of the section scores is between 0 and 36, not {wrong}.");
        Should.Throw<RuleViolationException>(() => review.Score(null, wrong));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_section_scores_from_nothing_to_complete(int score)
    {
        var section = new SectionScore(Guid.CreateVersion7(), Guid.CreateVersion7(), PlanSection.Vision);
        section.Rate(score, " ");
        (section.Score, section.Comment).ShouldBe((score, null));

        Should.Throw<RuleViolationException>(() => section.Rate(4, null)).Message.ShouldBe("A score is between 0 and 3, not 4.");
        Should.Throw<RuleViolationException>(() => section.Rate(-1, null));
        section.Score.ShouldBe(score);
    }

    [Fact]
    public void A_recommendation_is_rejected_only_with_a_reason()
    {
        var recommendation = Recommendation();

        Should.Throw<RuleViolationException>(() => recommendation.Take(Uptake.Rejected, " ", Today)).Message.ShouldBe("Say why the recommendation is rejected, in a sentence.");
        (recommendation.Uptake, recommendation.AnsweredOn).ShouldBe((Uptake.Open, null));

        recommendation.Take(Uptake.Rejected, "No money.", Today);
        (recommendation.Uptake, recommendation.Answer, recommendation.AnsweredOn).ShouldBe((Uptake.Rejected, "No money.", Today));
    }

    [Fact]
    public void The_day_of_an_answer_stays_when_it_is_given_again_and_goes_when_it_is_open_again()
    {
        var recommendation = Recommendation();
        recommendation.Take(Uptake.Accepted, null, Today);
        recommendation.Take(Uptake.Accepted, "With the next budget.", Today.AddDays(5));
        recommendation.AnsweredOn.ShouldBe(Today);

        recommendation.Take(Uptake.Done, "Done.", Today.AddDays(9));
        recommendation.AnsweredOn.ShouldBe(Today.AddDays(9));

        recommendation.Take(Uptake.Open, null, Today.AddDays(10));
        (recommendation.Uptake, recommendation.AnsweredOn).ShouldBe((Uptake.Open, null));
    }

    [Fact]
    public void A_recommendation_says_something() => Should.Throw<RuleViolationException>(() => Recommendation().Tell(PlanSection.Vision, " ")).Message.ShouldBe("The recommendation is missing. Please enter it.");

    [Fact]
    public void A_version_knows_the_adoption_it_was_kept_for_and_no_other()
    {
        var plan = new Plan(Guid.CreateVersion7(), PlanKind.Ceap, "CEAP-X-1", "Circular X");
        plan.Report(PlanStatus.Adopted, new(2024, 3, 2), "City council");
        var now = new DateTime(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);

        var adopted = new PlanVersion(plan, 2, VersionOccasion.Adopted, " ", "{}", null, now);
        (adopted.Number, adopted.AdoptedOn, adopted.AdoptedBy, adopted.Note, adopted.Content).ShouldBe((2, new(2024, 3, 2), "City council", null, "{}"));

        var kept = new PlanVersion(plan, 3, VersionOccasion.Kept, "For the council", "{}", null, now);
        (kept.AdoptedOn, kept.AdoptedBy, kept.Note).ShouldBe((null, null, "For the council"));
    }

    private static PlanReview Review() => new(Guid.CreateVersion7(), Guid.CreateVersion7(), null);

    private static Recommendation Recommendation() => new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), null, "Name who answers for each action.");
}
