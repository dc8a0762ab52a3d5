using Ccri.Domain.Solutions;

namespace Ccri.Domain.Tests.Solutions;

/// <summary>What a solution consists of: criteria, actors, barriers and levers, strands, versions of its roadmap.</summary>
public sealed class SolutionPartsTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Guid Solution = Guid.NewGuid(), Territory = Guid.NewGuid();

    [Fact]
    public void A_score_above_nothing_needs_its_evidence()
    {
        var score = new CriterionScore(Solution, Territory, Criterion.Actors);

        score.Rate(0, null, Today);
        (score.Score, score.On).ShouldBe((0, Today));
        Should.Throw<RuleViolationException>(() => score.Rate(1, "  ", Today)).Message.ShouldBe("A score above 0 needs its evidence: what shows it, in a sentence or by an address.");
        score.Rate(3, " The agreement ", Today);
        (score.Score, score.Evidence).ShouldBe((3, "The agreement"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void A_score_outside_0_to_3_is_refused(int value) =>
        Should.Throw<RuleViolationException>(() => new CriterionScore(Solution, Territory, Criterion.Actors).Rate(value, "x", Today)).Message.ShouldBe($"A score is between 0 and 3, not {value}.");

    [Fact]
    public void A_score_given_again_unchanged_keeps_its_day()
    {
        var score = new CriterionScore(Solution, Territory, Criterion.Actors);
        score.Rate(2, "x", Today.AddDays(-9));

        score.Rate(2, " x", Today);
        score.On.ShouldBe(Today.AddDays(-9));
        score.Rate(2, "y", Today);
        score.On.ShouldBe(Today);
    }

    [Fact]
    public void An_actor_is_an_organisation_of_the_register_or_a_name_and_not_both()
    {
        var organisation = Guid.NewGuid();
        const string sentence = "Choose an organisation of the register, or enter the name of one that is not in it.";

        var actor = new Actor(Solution, Territory, ActorKind.Business, organisation, null);
        actor.Identify(ActorKind.Research, null, " University ");
        (actor.Kind, actor.OrganisationId, actor.Name).ShouldBe((ActorKind.Research, null, "University"));
        Should.Throw<RuleViolationException>(() => actor.Identify(ActorKind.Research, organisation, "University")).Message.ShouldBe(sentence);
        Should.Throw<RuleViolationException>(() => actor.Identify(ActorKind.Research, null, " ")).Message.ShouldBe(sentence);
        actor.Name.ShouldBe("University");
    }

    [Fact]
    public void A_barrier_says_what_it_is_and_does_not_end_before_it_began()
    {
        var factor = new Factor(Solution, Territory, FactorKind.Barrier, FactorDimension.Regulatory, " End of waste ");
        factor.Answer(" ");
        (factor.Text, factor.Response).ShouldBe(("End of waste", null));

        Should.Throw<RuleViolationException>(() => factor.Tell(FactorKind.Barrier, FactorDimension.Regulatory, "")).Message.ShouldBe("The barrier is missing. Please enter it.");
        Should.Throw<RuleViolationException>(() => factor.Tell(FactorKind.Lever, FactorDimension.Regulatory, "")).Message.ShouldBe("The lever is missing. Please enter it.");
        Should.Throw<RuleViolationException>(() => factor.Last(Today, Today.AddDays(-1))).Message.ShouldBe("The end (2026-11-21) lies before the start (2026-11-22).");
    }

    [Fact]
    public void A_strand_has_a_name()
    {
        var strand = new Strand(Solution, Territory, " Textiles ");
        strand.Title.ShouldBe("Textiles");
        Should.Throw<RuleViolationException>(() => strand.Call(" ")).Message.ShouldBe("The name of the strand is missing. Please enter it.");
    }

    [Fact]
    public void A_version_is_kept_once_it_is_agreed()
    {
        new RoadmapVersion(Solution, Territory, 1, Today, " first ", "{}", Today).Note.ShouldBe("first");
        Should.Throw<RuleViolationException>(() => new RoadmapVersion(Solution, Territory, 1, Today.AddDays(1), null, "{}", Today)).Message
            .ShouldBe("The day 2026-11-23 has not come yet. Keep the version once it is agreed.");
    }
}
