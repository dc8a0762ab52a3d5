using Ccri.Domain.Reminders;
using static Ccri.Domain.Tests.Reminders.ReminderSamples;

namespace Ccri.Domain.Tests.Reminders;

public sealed class OwnReminderTests
{
    private static readonly DateOnly Today = Day(2026, 11, 23);

    [Fact]
    public void A_day_that_has_passed_is_refused_unless_it_stood_there_before()
    {
        Should.Throw<RuleViolationException>(() => new OwnReminder("Call Łódź", Today.AddDays(-1), Ann, Ann, null, Today)).Message.ShouldContain("It should be 2026-11-23 or later");
        var reminder = new OwnReminder("Call Łódź", Today, Ann, Bob, null, Today);
        Should.NotThrow(() => reminder.Say("Call Пловдив", Today, Today.AddDays(5)));
    }

    [Fact]
    public void What_is_done_is_not_handed_over()
    {
        var reminder = new OwnReminder("Call", Today, Ann, Ann, null, Today);
        reminder.HandOver(Bob);
        reminder.Finish(DateTime.UnixEpoch);

        reminder.OwnerId.ShouldBe(Bob);
        Should.Throw<RuleViolationException>(() => reminder.HandOver(Ann));
    }

    [Fact]
    public void A_mark_is_put_off_to_a_day_ahead_and_handed_to_somebody_else()
    {
        var mark = new ReminderMark(Ann, ReminderKind.Milestone, Guid.CreateVersion7(), Today);

        Should.Throw<RuleViolationException>(() => mark.Snooze(Today, Today)).Message.ShouldContain("2026-11-24 or later");
        Should.Throw<RuleViolationException>(() => mark.Snooze(Today.AddDays(366), Today)).Message.ShouldContain("2027-11-23 or earlier");
        Should.Throw<RuleViolationException>(() => mark.HandOver(Ann)).Message.ShouldContain("yours already");
        mark.HandOver(Bob);
        mark.OwnerId.ShouldBe(Bob);
        mark.TakeBack();
        mark.OwnerId.ShouldBeNull();
    }

    [Fact]
    public void The_secret_of_a_feed_is_kept_as_its_hash_only()
    {
        var token = CalendarFeed.NewToken();
        var feed = new CalendarFeed(Ann, null, token, DateTime.UnixEpoch);

        token.Length.ShouldBe(64);
        feed.TokenHash.ShouldBe(CalendarFeed.HashOf(token));
        feed.TokenHash.ShouldNotContain(token);
        feed.Revoke(DateTime.UnixEpoch);
        feed.Revoke(DateTime.UnixEpoch.AddDays(1));
        feed.RevokedAt.ShouldBe(DateTime.UnixEpoch);
    }
}
