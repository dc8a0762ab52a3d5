using Ccri.Domain.Needs;
using FsCheck;
using FsCheck.Fluent;
using static Ccri.Domain.Tests.Refusals;

namespace Ccri.Domain.Tests.Needs;

public sealed class AssessmentRoundTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Territory = Guid.NewGuid();
    private static readonly string[] Keys = ["regulation", "financing", "data", "awareness"];

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public void A_rating_outside_0_to_5_is_refused_and_leaves_no_trace(int value)
    {
        var (version, round) = New(Today);

        Refuses(() => round.Rate(version.Questions[0], value, null)).ShouldBe($"A rating is between 0 and 5, not {value}.");
        round.Ratings.ShouldBeEmpty();
        round.Rate(version.Questions[0], 4, "seen");
        Refuses(() => round.Rate(version.Questions[0], value, "other")).ShouldBe($"A rating is between 0 and 5, not {value}.");
        round.Ratings.Select(r => (r.Value, r.Evidence)).ShouldBe([(4, "seen")]);
    }

    [Fact]
    public void A_round_lies_neither_ahead_nor_before_the_initiative()
    {
        Refuses(() => New(Today.AddDays(1))).ShouldBe("The round is dated 2026-11-23, which has not come yet. Record it once it has been held.");
        Refuses(() => New(new DateOnly(2019, 12, 31))).ShouldBe("The round is dated 2019-12-31. No territory was assessed before 2020.");
    }

    [Fact]
    public void Only_a_published_version_is_asked_and_only_its_questions_are_answered()
    {
        Refuses(() => new AssessmentRound(Territory, QuestionnaireTests.Asking("a"), RoundKind.Office, Today, Today)).ShouldBe("Version 1 of the questionnaire is not published yet, so nobody is asked with it.");
        var (_, round) = New(Today);

        Refuses(() => round.Rate(QuestionnaireTests.Asking("data").Questions[0], 3, null)).ShouldBe("“data” is not asked in this round.");
    }

    [Fact]
    public void An_answer_is_taken_back_evidence_stands_for_a_rating_and_a_round_has_at_least_one()
    {
        var (version, round) = New(Today);

        Refuses(() => round.Record(null, Now)).ShouldBe("Rate at least one question.");
        Refuses(() => round.Rate(version.Questions[0], null, "a by-law")).ShouldBe("Choose the rating of “regulation” that the evidence stands for.");
        round.Rate(version.Questions[0], 0, null);
        round.Record(null, Now);
        (round.Ratings.Count, round.RecordedAt).ShouldBe((1, Now));
        round.Rate(version.Questions[0], null, null);
        round.Ratings.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_comparable_is_compared_and_the_rest_says_why_not()
    {
        Answered[] before = [new("a", "C", "Strategy", 1), new("b", "C", "Funding", 4), new("c", "C", "Data", null), new("d", "C", "Old", 2)];
        Answered[] now = [new("b", "C", "Financing", 2), new("a", "C", "Strategy", 3), new("c", "C", "Data", 5), new("e", "C", "New", 0)];

        RoundComparison.Of(before, now).Select(c => (c.Key, c.NameBefore, c.Change, c.Comparability, c.IsWorthATalk)).ShouldBe(
        [
            ("b", "Funding", -2, Comparability.Comparable, true),
            ("a", null, 2, Comparability.Comparable, true),
            ("c", null, null, Comparability.NotAnswered, false),
            ("e", null, null, Comparability.NotAskedBefore, false),
            ("d", null, null, Comparability.NoLongerAsked, false),
        ]);
    }

    [Fact]
    public void Every_question_of_two_rounds_is_told_once_and_a_round_does_not_differ_from_itself() => Prop.ForAll(Gen.Zip(Answers, Answers).ToArbitrary(), two =>
    {
        var compared = RoundComparison.Of(two.Item1, two.Item2);
        compared.Select(c => c.Key).ShouldBe(two.Item1.Concat(two.Item2).Select(a => a.Key).Distinct(), ignoreOrder: true);
        compared.Count(c => c.Comparability == Comparability.NoLongerAsked).ShouldBe(RoundComparison.Of(two.Item2, two.Item1).Count(c => c.Comparability == Comparability.NotAskedBefore));
        RoundComparison.Of(two.Item1, two.Item1).ShouldAllBe(c => c.Change == null || c.Change == 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_territory_sees_what_the_office_rated_once_it_has_rated_itself()
    {
        var version = Published();
        AssessmentRound spring = Round(version, new(2026, 3, 1)), autumn = Round(version, new(2026, 10, 1)), own = Round(version, new(2026, 4, 1), RoundKind.Self);

        RoundPairs.IsOpenToTerritory(spring, [spring, autumn]).ShouldBeFalse("it has not rated itself");
        RoundPairs.IsOpenToTerritory(spring, [spring, autumn, own]).ShouldBeTrue();
        RoundPairs.IsOpenToTerritory(autumn, [spring, autumn, own]).ShouldBeFalse("its next ratings should be its own");
        RoundPairs.IsOpenToTerritory(own, [own]).ShouldBeTrue();
        RoundPairs.PairOf(own, [spring, autumn, own]).ShouldBe(spring);
        RoundPairs.PairOf(own, [autumn, own]).ShouldBe(autumn, "the office came later");
        RoundPairs.IsOpenToTerritory(autumn, [autumn, own]).ShouldBeTrue();
        RoundPairs.PairOf(own, [new AssessmentRound(Guid.NewGuid(), version, RoundKind.Office, own.On, Today), own]).ShouldBeNull("another territory's");
    }

    private static readonly Gen<int?[]> Scores = Gen.ArrayOf(Gen.Frequency((1, Gen.Constant((int?)null)), (5, Gen.Choose(0, 5).Select(value => (int?)value))), Keys.Length);

    private static readonly Gen<Answered[]> Answers =
        from scores in Scores
        from kept in Gen.ArrayOf(Gen.Elements(true, false), Keys.Length)
        select (Answered[])[.. Keys.Select((key, i) => new Answered(key, "Enable", key, scores[i])).Where((_, i) => kept[i])];

    private static QuestionnaireVersion Published()
    {
        var version = QuestionnaireTests.Asking(Keys);
        version.Publish(Now);
        return version;
    }

    private static (QuestionnaireVersion, AssessmentRound) New(DateOnly on)
    {
        var version = Published();
        return (version, new AssessmentRound(Territory, version, RoundKind.Office, on, Today));
    }

    private static AssessmentRound Round(QuestionnaireVersion version, DateOnly on, RoundKind kind = RoundKind.Office) => new(Territory, version, kind, on, Today);
}
