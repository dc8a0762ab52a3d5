using Ccri.Domain.Reminders;
using static Ccri.Domain.Tests.Reminders.ReminderSamples;

namespace Ccri.Domain.Tests.Reminders;

public sealed class ReminderRuleTests
{
    [Fact]
    public void Its_days_are_put_in_order_and_each_stands_once()
    {
        var rule = Rule(7, -3, 0, -3);

        rule.Offsets.ShouldBe([-3, 0, 7]);
    }

    [Fact]
    public void Days_that_cannot_be_are_refused_in_a_sentence()
    {
        var rule = Rule(0);

        Should.Throw<RuleViolationException>(() => rule.Fall([], DayCount.Calendar)).Message.ShouldContain("needs a day");
        Should.Throw<RuleViolationException>(() => rule.Fall([366], DayCount.Calendar)).Message.ShouldContain("at most 365 days");
        Should.Throw<RuleViolationException>(() => rule.Fall([.. Enumerable.Range(0, 13)], DayCount.Calendar)).Message.ShouldContain("at most 12");
        rule.Offsets.ShouldBe([0], "What was refused changes nothing.");
    }

    [Fact]
    public void Somebody_else_is_named_together_with_the_days_or_not_at_all()
    {
        var rule = Rule(0);

        Should.Throw<RuleViolationException>(() => rule.Escalate(7, ReminderAudience.None));
        Should.Throw<RuleViolationException>(() => rule.Escalate(null, ReminderAudience.Coordinator));
        Should.Throw<RuleViolationException>(() => rule.Escalate(0, ReminderAudience.Coordinator)).Message.ShouldContain("1 to 365");
        Should.Throw<RuleViolationException>(() => rule.Escalate(7, ReminderAudience.Coordinator | ReminderAudience.Lead)).Message.ShouldContain("Choose one");
        Should.Throw<RuleViolationException>(() => rule.Tell(ReminderAudience.None, ReminderChannel.Mail)).Message.ShouldContain("at least one");
        rule.Escalate(7, ReminderAudience.Coordinator);
        rule.EscalateTo.ShouldBe(ReminderAudience.Coordinator);
    }

    [Fact]
    public void Switched_on_twice_it_is_on_since_the_first_time()
    {
        var rule = new ReminderRule(ReminderKind.FollowUp, "Follow-ups");
        rule.IsOn.ShouldBeFalse("A rule is looked at before it is switched on.");
        rule.SwitchOn(Day(2026, 11, 23));
        rule.SwitchOn(Day(2026, 12, 1));

        rule.OnSince.ShouldBe(Day(2026, 11, 23));
    }
}
