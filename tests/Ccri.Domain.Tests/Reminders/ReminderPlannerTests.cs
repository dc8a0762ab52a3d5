using Ccri.Domain.Reminders;
using FsCheck;
using FsCheck.Fluent;
using static Ccri.Domain.Tests.Reminders.ReminderSamples;

namespace Ccri.Domain.Tests.Reminders;

public sealed class ReminderPlannerTests
{
    private static readonly DateOnly Due = Day(2026, 12, 10);

    [Fact]
    public void A_rule_reminds_on_each_of_its_days_and_on_no_other() =>
        Run(Book([Rule(-30, -14, -3, 0, 3, 7)], [Fact(Due)]), Day(2026, 11, 1), Day(2026, 12, 31)).Select(r => r.On)
            .ShouldBe([Day(2026, 11, 10), Day(2026, 11, 26), Day(2026, 12, 7), Due, Day(2026, 12, 13), Day(2026, 12, 17)]);

    [Fact]
    public void Planning_a_second_time_adds_nothing()
    {
        var book = Book([Rule(-3, 0)], [Fact(Due), Fact(Due)]);
        var first = ReminderPlanner.Plan(book, Due.AddDays(-1), Due, []).Select(p => new Reminder(p, DateTime.UnixEpoch)).ToList();

        first.Count.ShouldBe(2);
        ReminderPlanner.Plan(book, Due, Due, first).ShouldBeEmpty();
        ReminderPlanner.Plan(book, Due.AddDays(-1), Due, first).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    public void Days_that_were_skipped_are_caught_up_once_and_what_they_held_is_told_as_missed(int down)
    {
        var planned = Run(Book([Rule(-3, -2, -1, 0)], [Fact(Due)]), Due.AddDays(-10), Due.AddDays(20), day => day < Due.AddDays(-3) || day >= Due.AddDays(-3 + down));

        planned.Count.ShouldBe(4, "Nothing is lost without a word.");
        planned.Where(r => r.State == ReminderState.Missed).ShouldAllBe(r => r.Because == ReminderReason.LaterOne);
        planned.Count(r => r.State == ReminderState.Waiting).ShouldBe(Math.Max(1, 4 - down), "Of the days that were skipped, only the last reminder is sent.");
    }

    [Fact]
    public void After_forty_days_a_reminder_that_is_too_late_to_help_is_missed_and_not_sent()
    {
        var planned = Run(Book([Rule(-3, 0)], [Fact(Due)]), Due.AddDays(-4), Due.AddDays(50), day => day < Due.AddDays(-3) || day >= Due.AddDays(37));

        planned.Select(r => (r.State, r.Because)).ShouldBe([(ReminderState.Missed, ReminderReason.LaterOne), (ReminderState.Missed, ReminderReason.TooLate)], ignoreOrder: true);
    }

    [Fact]
    public void A_rule_never_reminds_of_days_before_it_was_switched_on()
    {
        var rule = new ReminderRule(ReminderKind.Milestone, "Late to the party");
        rule.Fall([-30, -14, 0], DayCount.Calendar);
        rule.SwitchOn(Due.AddDays(-10));

        Run(Book([rule], [Fact(Due)]), Due.AddDays(-10), Due, plannedUpTo: Due.AddDays(-60)).Select(r => r.On).ShouldBe([Due]);
    }

    [Fact]
    public void What_is_switched_on_after_the_last_look_of_a_day_is_found_on_the_next_one_and_only_once()
    {
        var rule = new ReminderRule(ReminderKind.Milestone, "Three minutes to midnight");
        rule.Fall([0], DayCount.Calendar);
        rule.SwitchOn(Due);
        var book = Book([rule], [Fact(Due)]);

        var next = ReminderPlanner.Plan(book, Due, Due.AddDays(1), []);

        next.Select(p => (p.On, p.Missed)).ShouldBe([(Due, null)]);
        ReminderPlanner.Plan(book, Due.AddDays(1), Due.AddDays(2), [.. next.Select(p => new Reminder(p, DateTime.UnixEpoch))]).ShouldBeEmpty();
    }

    [Fact]
    public void Who_is_meant_from_today_on_is_not_told_of_yesterday()
    {
        var book = Book([Rule(0)], [Fact(Due)]); // whose people are those of the day after

        ReminderPlanner.Plan(book, Due, Due.AddDays(1), []).ShouldBeEmpty();
    }

    [Fact]
    public void What_opens_on_a_day_off_is_told_of_on_the_next_working_day()
    {
        var saturday = Day(2026, 12, 12);
        var book = Book([Rule(DayCount.Working, 0, 3)], [Fact(saturday) with { OpenFrom = saturday }]);

        ReminderPlanner.Ahead(book, book.Rules, saturday.AddDays(-5), saturday.AddDays(10)).Select(p => p.On).ShouldBe([Day(2026, 12, 14), Day(2026, 12, 16)]);
    }

    [Theory]
    [InlineData(Reminder.LongestTitle - 2)]
    [InlineData(Reminder.LongestTitle - 1)]
    [InlineData(Reminder.LongestTitle)]
    public void A_long_title_is_cut_between_two_characters(int letters)
    {
        var fact = Fact(Due) with { Title = $"{new string('a', letters)}🌱 and more" };
        var title = new Reminder(new PlannedReminder(Rule(0), fact, Ann, Due, 0, ReminderStep.Usual), DateTime.UnixEpoch).Title;

        title.Length.ShouldBeLessThanOrEqualTo(Reminder.LongestTitle);
        title.ShouldEndWith("a…");
        fact.Title.ShouldStartWith(title[..^1]);
    }

    [Fact]
    public void Nothing_falls_before_there_is_something_to_be_reminded_of()
    {
        var book = Book([Rule(-3, 0, 3)], [Fact(Due) with { OpenFrom = Due }]);

        ReminderPlanner.Ahead(book, book.Rules, Due.AddDays(-10), Due.AddDays(10)).Select(p => p.On).ShouldBe([Due, Due.AddDays(3)]);
    }

    [Fact]
    public void A_rule_that_is_off_reminds_of_nothing_but_can_be_looked_at_before()
    {
        var rule = Rule(-3, 0);
        rule.SwitchOff();
        var book = Book([rule], [Fact(Due)]);

        Run(book, Due.AddDays(-30), Due).ShouldBeEmpty();
        ReminderPlanner.Ahead(book, book.Rules, Due.AddDays(-30), Due).Select(p => p.On).ShouldBe([Due.AddDays(-3), Due]);
    }

    [Fact]
    public void The_preview_says_what_the_job_then_does() => Prop.ForAll(
        Gen.Choose(-40, 40).ArrayOf(4).Zip(Gen.Choose(0, 60)).Zip(Gen.Elements(DayCount.Calendar, DayCount.Working)).ToArbitrary(), given =>
        {
            var ((offsets, days), count) = given;
            var from = Day(2026, 11, 23);
            var book = Book([Rule(count, offsets)], [Fact(from.AddDays(days)), Fact(from.AddDays(days / 2))]);
            var ahead = ReminderPlanner.Ahead(book, book.Rules, from, from.AddDays(30)).Select(p => p.Key).ToHashSet();
            return ahead.SetEquals(Run(book, from, from.AddDays(30)).Where(r => r.State == ReminderState.Waiting).Select(r => r.Key));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void However_often_the_job_fails_to_run_nobody_is_reminded_twice_of_one_day_and_at_most_once_a_run() => Prop.ForAll(
        Gen.Choose(0, 1).ArrayOf(40).ToArbitrary(), up =>
        {
            var from = Due.AddDays(-35);
            var (before, last) = (new List<Reminder>(), from.AddDays(-1));
            var book = Book([Rule(-30, -14, -3, 0, 3)], [Fact(Due)]);
            for (var i = 0; i < up.Length; i++)
            {
                if (up[i] == 0)
                    continue;
                var planned = ReminderPlanner.Plan(book, last, from.AddDays(i), before);
                planned.Count(p => p.Missed is null).ShouldBeLessThanOrEqualTo(1);
                before.AddRange(planned.Select(p => new Reminder(p, DateTime.UnixEpoch)));
                last = from.AddDays(i);
            }
            return before.Select(r => r.Key).Distinct().Count() == before.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_rule_that_is_edited_in_the_middle_does_not_remind_again_of_what_it_has_reminded_of()
    {
        var rule = Rule(-3, 0);
        var book = Book([rule], [Fact(Day(2026, 12, 14))]); // a Monday
        var sent = Run(book, Day(2026, 12, 1), Day(2026, 12, 11));
        rule.Fall([-3, -1, 0], DayCount.Working); // three working days before is the ninth

        var rest = new List<DateOnly>();
        for (var day = Day(2026, 12, 12); day <= Day(2026, 12, 14); day = day.AddDays(1))
            rest.AddRange(ReminderPlanner.Plan(book, day.AddDays(-1), day, sent).Select(p => p.On));

        sent.Select(r => r.On).ShouldBe([Day(2026, 12, 11)]);
        rest.ShouldBe([Day(2026, 12, 14)], "One working day before is the eleventh, which was over when the rule was edited.");
    }

    [Fact]
    public void A_day_that_was_moved_begins_anew()
    {
        var (rule, subject) = (Rule(-3, 0), Guid.CreateVersion7());
        var before = Run(Book([rule], [Fact(Due, subject)]), Due.AddDays(-4), Due.AddDays(-3));
        var moved = Book([rule], [Fact(Due.AddDays(30), subject)]);

        before.Single().Key.DueOn.ShouldBe(Due);
        ReminderPlanner.Plan(moved, Due.AddDays(-3), Due, before).ShouldBeEmpty();
        ReminderPlanner.Plan(moved, Due.AddDays(26), Due.AddDays(27), before).Single().Offset.ShouldBe(-3);
    }

    [Fact]
    public void Somebody_else_is_told_when_nothing_has_happened_and_only_who_was_not_told_anyhow()
    {
        var rule = Rule(0);
        rule.Tell(ReminderAudience.Owner, ReminderChannel.Both);
        rule.Escalate(7, ReminderAudience.Lead); // Ann, who owns it, and Cleo

        var planned = Run(Book([rule], [Fact(Due)]), Due, Due.AddDays(10));

        planned.Select(r => (r.PersonId, r.On, r.Step)).ShouldBe([(Ann, Due, ReminderStep.Usual), (Cleo, Due.AddDays(7), ReminderStep.Escalation)]);
    }

    [Fact]
    public void What_was_put_off_comes_back_on_its_day_and_not_before()
    {
        var (rule, fact) = (Rule(-3, 0, 7), Fact(Due));
        var mark = new ReminderMark(Ann, fact.Kind, fact.SubjectId, fact.DueOn);
        mark.Snooze(Due.AddDays(2), Due.AddDays(-5));

        Run(Book([rule], [fact], [mark]), Due.AddDays(-5), Due.AddDays(10)).Select(r => (r.On, r.Step)).ShouldBe([(Due.AddDays(2), ReminderStep.Snoozed), (Due.AddDays(7), ReminderStep.Usual)]);
    }

    [Fact]
    public void What_was_marked_as_done_is_silent_until_its_day_moves()
    {
        var fact = Fact(Due);
        var mark = new ReminderMark(Ann, fact.Kind, fact.SubjectId, fact.DueOn);
        mark.Finish(DateTime.UnixEpoch);

        Run(Book([Rule(0)], [fact], [mark]), Due, Due).ShouldBeEmpty();
        Run(Book([Rule(0)], [fact with { DueOn = Due.AddDays(1) }], [mark]), Due, Due.AddDays(1)).Count.ShouldBe(1);
    }

    [Fact]
    public void What_was_handed_over_reminds_the_other_and_a_circle_of_hands_reminds_nobody_for_ever()
    {
        var fact = Fact(Due);
        var (toBob, toAnn) = (new ReminderMark(Ann, fact.Kind, fact.SubjectId, fact.DueOn), new ReminderMark(Bob, fact.Kind, fact.SubjectId, fact.DueOn));
        toBob.HandOver(Bob);

        Run(Book([Rule(0)], [fact], [toBob]), Due, Due).Single().PersonId.ShouldBe(Bob);
        toAnn.HandOver(Ann);
        Run(Book([Rule(0)], [fact], [toBob, toAnn]), Due, Due).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_handed_to_somebody_who_has_left_comes_back()
    {
        var fact = Fact(Due);
        var toBob = new ReminderMark(Ann, fact.Kind, fact.SubjectId, fact.DueOn);
        toBob.HandOver(Bob);
        var book = new ReminderBook { Rules = [Rule(0)], Facts = [fact], Marks = [toBob], MayBeTold = (person, _) => person != Bob };

        var planned = Run(book, Due, Due).Single();

        planned.PersonId.ShouldBe(Ann);
        book.Objection(planned).ShouldBeNull();
    }

    [Fact]
    public void Who_is_told_because_nothing_has_happened_can_put_it_off_too()
    {
        var rule = Rule(0);
        rule.Escalate(7, ReminderAudience.Coordinator);
        var fact = Fact(Due);
        var mark = new ReminderMark(Bob, fact.Kind, fact.SubjectId, fact.DueOn);
        mark.Snooze(Due.AddDays(12), Due.AddDays(8));
        var book = Book([rule], [fact], [mark]);

        var planned = Run(book, Due.AddDays(8), Due.AddDays(20));

        planned.Select(r => (r.PersonId, r.On, r.Step)).ShouldBe([(Bob, Due.AddDays(12), ReminderStep.Snoozed)]);
        book.Objection(planned[0]).ShouldBeNull();
    }

    [Fact]
    public void A_leap_day_is_a_day_like_another_and_a_rule_reckons_across_it()
    {
        Run(Book([Rule(-3, 0, 3)], [Fact(Day(2028, 2, 29))]), Day(2028, 2, 1), Day(2028, 3, 31)).Select(r => r.On).ShouldBe([Day(2028, 2, 26), Day(2028, 2, 29), Day(2028, 3, 3)]);
        Run(Book([Rule(-1)], [Fact(Day(2028, 3, 1))]), Day(2028, 2, 1), Day(2028, 3, 31)).Single().On.ShouldBe(Day(2028, 2, 29));
        Run(Book([Rule(-1)], [Fact(Day(2027, 3, 1))]), Day(2027, 2, 1), Day(2027, 3, 31)).Single().On.ShouldBe(Day(2027, 2, 28));
    }

    [Fact]
    public void A_quarter_that_ends_on_a_holiday_is_reminded_of_on_the_working_day_before()
    {
        HolidayKey[] holidays = [.. Enumerable.Range(24, 8).Select(d => new HolidayKey(WorkingDays.Union, Day(2026, 12, d)))];
        var book = Book([Rule(DayCount.Working, -1, 0, 1)], [Fact(Day(2026, 12, 31))], holidays: [.. holidays, new HolidayKey(WorkingDays.Union, Day(2027, 1, 1))]);

        Run(book, Day(2026, 12, 1), Day(2027, 1, 31)).Select(r => r.On).ShouldBe([Day(2026, 12, 23), Day(2027, 1, 4)], "Both the day itself and the working day before it are the twenty-third: that is one reminder.");
    }
}
