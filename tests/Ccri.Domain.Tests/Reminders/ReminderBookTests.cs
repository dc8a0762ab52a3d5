using Ccri.Domain.Reminders;
using static Ccri.Domain.Tests.Reminders.ReminderSamples;

namespace Ccri.Domain.Tests.Reminders;

/// <summary>What is looked at again right before a mail goes out.</summary>
public sealed class ReminderBookTests
{
    private static readonly DateOnly Due = Day(2026, 12, 10);
    private readonly ReminderRule _rule = Rule(0);
    private readonly ReminderFact _fact = Fact(Due);

    private Reminder Planned => Run(Book([_rule], [_fact]), Due, Due).Single();

    [Fact]
    public void What_is_still_so_is_still_wanted() => Book([_rule], [_fact]).Objection(Planned).ShouldBeNull();

    [Fact]
    public void What_is_done_is_silent() => Book([_rule], []).Objection(Planned).ShouldBe(ReminderReason.Done);

    [Fact]
    public void What_was_moved_is_silent() => Book([_rule], [_fact with { DueOn = Due.AddDays(1) }]).Objection(Planned).ShouldBe(ReminderReason.Moved);

    [Fact]
    public void Who_is_not_meant_any_more_hears_nothing() => Book([_rule], [_fact with { People = new Dictionary<ReminderAudience, IReadOnlyList<Guid>>() }]).Objection(Planned).ShouldBe(ReminderReason.NotMeant);

    [Fact]
    public void A_rule_that_was_switched_off_is_silent()
    {
        var planned = Planned;
        _rule.SwitchOff();

        Book([_rule], [_fact]).Objection(planned).ShouldBe(ReminderReason.RuleOff);
        Book([], [_fact]).Objection(planned).ShouldBe(ReminderReason.RuleOff);
    }

    [Fact]
    public void A_rule_that_only_shows_from_now_on_mails_no_more()
    {
        var planned = Planned;
        _rule.Tell(ReminderAudience.Owner, ReminderChannel.App);

        Book([_rule], [_fact]).Objection(planned).ShouldBe(ReminderReason.PageOnly);
    }

    [Fact]
    public void A_territory_that_has_withdrawn_is_told_apart_from_work_that_is_done()
    {
        var territory = Guid.CreateVersion7();
        var planned = Run(Book([_rule], [_fact with { TerritoryId = territory }]), Due, Due).Single();

        Book([_rule], []).Objection(planned).ShouldBe(ReminderReason.Withdrawn);
        new ReminderBook { Rules = [_rule], Facts = [], Participating = new HashSet<Guid> { territory } }.Objection(planned).ShouldBe(ReminderReason.Done);
    }

    [Fact]
    public void Who_has_unsubscribed_marked_it_done_or_put_it_off_is_not_mailed()
    {
        var mark = new ReminderMark(Ann, _fact.Kind, _fact.SubjectId, Due);
        mark.Snooze(Due.AddDays(3), Due);
        Book([_rule], [_fact], [mark]).Objection(Planned).ShouldBe(ReminderReason.Snoozed);
        mark.Finish(DateTime.UnixEpoch);
        Book([_rule], [_fact], [mark]).Objection(Planned).ShouldBe(ReminderReason.MarkedDone);
        new ReminderBook { Rules = [_rule], Facts = [_fact], Unsubscriptions = [new Unsubscription(Ann, _rule.Id, DateTime.UnixEpoch)] }.Objection(Planned).ShouldBe(ReminderReason.Unsubscribed);
    }

    [Fact]
    public void A_reminder_goes_its_way_once()
    {
        var planned = Planned;
        planned.Hold(ReminderReason.WeekIsFull);
        planned.Mail(Guid.CreateVersion7(), DateTime.UnixEpoch);

        planned.Because.ShouldBeNull();
        Should.Throw<RuleViolationException>(() => planned.Mail(Guid.CreateVersion7(), DateTime.UnixEpoch));
        Should.Throw<RuleViolationException>(() => planned.Hold(ReminderReason.QuietHours));
        planned.Silence(ReminderReason.Done, DateTime.UnixEpoch);
        planned.State.ShouldBe(ReminderState.Silenced, "Also when its mail has been written, but has not gone out.");
    }
}
