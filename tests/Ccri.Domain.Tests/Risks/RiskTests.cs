using Ccri.Domain.Risks;

namespace Ccri.Domain.Tests.Risks;

public sealed class RiskTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public void A_risk_says_how_likely_it_is_and_an_issue_has_happened()
    {
        var risk = New();

        Should.Throw<RuleViolationException>(() => risk.Weigh(null, RiskLevel.High)).Message.ShouldBe("Say how likely the risk is.");
        risk.Weigh(RiskLevel.Low, RiskLevel.High);
        risk.Probability.ShouldBe(RiskLevel.Low);
        risk.Call(RiskKind.Issue, risk.Title);
        risk.Weigh(RiskLevel.Low, RiskLevel.High);
        risk.Probability.ShouldBeNull();
    }

    [Fact]
    public void Likely_and_grave_weighs_most_and_an_issue_more_than_a_risk_of_its_impact()
    {
        int Weight(RiskKind kind, RiskLevel? probability, RiskLevel impact)
        {
            var risk = new Risk(Guid.NewGuid(), kind, "It happens", Day);
            risk.Weigh(probability, impact);
            return risk.Weight;
        }

        Weight(RiskKind.Issue, null, RiskLevel.High).ShouldBeGreaterThan(Weight(RiskKind.Risk, RiskLevel.High, RiskLevel.High));
        Weight(RiskKind.Risk, RiskLevel.High, RiskLevel.High).ShouldBeGreaterThan(Weight(RiskKind.Risk, RiskLevel.Medium, RiskLevel.High));
        Weight(RiskKind.Risk, RiskLevel.Low, RiskLevel.Low).ShouldBe(1);
    }

    [Fact]
    public void It_is_closed_once_on_a_day_that_can_be_with_its_outcome_and_can_be_reopened()
    {
        var risk = New();

        Should.Throw<RuleViolationException>(() => risk.Reopen());
        Should.Throw<RuleViolationException>(() => risk.Close(Day.AddDays(1), "Over.", Day));
        Should.Throw<RuleViolationException>(() => risk.Close(Day.AddDays(-30), "Over.", Day));
        Should.Throw<RuleViolationException>(() => risk.Close(Day, " ", Day));
        risk.IsOpen.ShouldBeTrue();
        risk.Close(Day, "Another operator was found.", Day);
        (risk.IsOpen, risk.Outcome).ShouldBe((false, "Another operator was found."));
        Should.Throw<RuleViolationException>(() => risk.Close(Day, "Again.", Day)).Message.ShouldStartWith("It was closed on 2026-11-22");
        risk.Reopen();
        (risk.IsOpen, risk.Outcome).ShouldBe((true, null));
    }

    [Fact]
    public void It_is_noticed_by_today_and_not_after_it_was_closed()
    {
        var risk = New();

        Should.Throw<RuleViolationException>(() => risk.Raise(Day.AddDays(1), Day));
        risk.Close(Day.AddDays(-5), "Over.", Day);
        Should.Throw<RuleViolationException>(() => risk.Raise(Day, Day));
        risk.Raise(Day.AddDays(-5), Day);
        risk.RaisedOn.ShouldBe(Day.AddDays(-5));
    }

    private static Risk New() => new(Guid.NewGuid(), RiskKind.Risk, "The operator may leave", Day.AddDays(-20));
}
