using Ccri.Domain.Reminders;
using static Ccri.Domain.Tests.Reminders.ReminderSamples;

namespace Ccri.Domain.Tests.Reminders;

public sealed class DigestForecastTests
{
    /// <summary>A Monday.</summary>
    private static readonly DateOnly Monday = Day(2026, 12, 7);

    [Fact]
    public void What_falls_on_one_day_is_one_mail_and_what_falls_at_the_weekend_waits_for_Monday()
    {
        var told = Of(Planned(0), Planned(0), Planned(5), Planned(6));

        told.Select(t => t.MailedOn).ShouldBe([Monday, Monday, Monday.AddDays(7), Monday.AddDays(7)]);
        told.Select(t => t.Held).ShouldBe([null, null, ReminderReason.NotTheDay, ReminderReason.NotTheDay]);
    }

    [Fact]
    public void After_three_mails_the_rest_of_the_week_waits_for_the_next()
    {
        var told = Of(Planned(0), Planned(1), Planned(2), Planned(3), Planned(4), Planned(7));

        told.Select(t => t.MailedOn).ShouldBe([Monday, Monday.AddDays(1), Monday.AddDays(2), Monday.AddDays(7), Monday.AddDays(7), Monday.AddDays(7)]);
        told.Select(t => t.Held).ShouldBe([null, null, null, ReminderReason.WeekIsFull, ReminderReason.WeekIsFull, null]);
    }

    [Fact]
    public void What_went_out_this_week_counts_and_after_a_mail_of_today_there_is_none_before_tomorrow()
    {
        var told = Of(new DigestForecast(At(Monday, 6), Monday.AddDays(9), [], id => new ReminderHabits(id), _ => new MailsBefore(2, HadOneToday: true)), Planned(0), Planned(1), Planned(2));

        told.Select(t => t.MailedOn).ShouldBe([Monday.AddDays(1), Monday.AddDays(1), Monday.AddDays(7)]);
        told[0].Held.ShouldBe(ReminderReason.NotTheDay);
        told[2].Held.ShouldBe(ReminderReason.WeekIsFull);
    }

    [Fact]
    public void Late_in_the_evening_of_the_first_day_nothing_goes_out_any_more()
    {
        var told = Of(new DigestForecast(At(Monday, 20), Monday.AddDays(3), [], id => new ReminderHabits(id), _ => new MailsBefore(0, false)), Planned(0), Planned(1));

        told.Select(t => (t.MailedOn, t.Held)).ShouldBe([(Monday.AddDays(1), ReminderReason.QuietHours), (Monday.AddDays(1), null)]);
    }

    [Fact]
    public void Who_wants_no_mails_waits_until_it_is_too_late()
    {
        var habits = new ReminderHabits(Ann);
        habits.Read(WeekDays.Workdays, 8, 19, 7, 0);
        var told = Of(new DigestForecast(At(Monday, 6), Monday.AddDays(20), [], _ => habits, _ => new MailsBefore(0, false)), Planned(0), Planned(19));

        told[0].ShouldSatisfyAllConditions(t => t.MailedOn.ShouldBeNull(), t => t.Held.ShouldBe(ReminderReason.TooLate), t => t.IsWaiting.ShouldBeFalse());
        told[1].ShouldSatisfyAllConditions(t => t.MailedOn.ShouldBeNull(), t => t.Held.ShouldBe(ReminderReason.WeekIsFull), t => t.IsWaiting.ShouldBeTrue());
    }

    [Fact]
    public void What_somebody_does_not_want_and_what_is_for_the_page_makes_no_mail()
    {
        var (unwanted, shown) = (Planned(0), Planned(0));
        shown.Rule.Tell(ReminderAudience.Owner, ReminderChannel.App);

        var told = Of(new DigestForecast(At(Monday, 6), Monday.AddDays(3), [new Unsubscription(Ann, unwanted.Rule.Id, DateTime.UnixEpoch)], id => new ReminderHabits(id), _ => new MailsBefore(0, false)), unwanted, shown);

        told.Select(t => (t.MailedOn, t.Held)).ShouldBe([(null, ReminderReason.Unsubscribed), (null, null)]);
    }

    [Fact]
    public void Each_person_has_mails_of_their_own()
    {
        var told = Of([.. Enumerable.Range(0, 5).SelectMany(day => (PlannedReminder[])[Planned(day), Planned(day) with { PersonId = Bob }])]);

        foreach (var person in told.GroupBy(t => t.Planned.PersonId))
            person.Select(t => t.MailedOn).Distinct().ShouldBe([Monday, Monday.AddDays(1), Monday.AddDays(2), Monday.AddDays(7)]);
    }

    private static IReadOnlyList<ForecastReminder> Of(params PlannedReminder[] planned) =>
        Of(new DigestForecast(At(Monday, 6), Monday.AddDays(13), [], id => new ReminderHabits(id), _ => new MailsBefore(0, false)), planned);

    private static IReadOnlyList<ForecastReminder> Of(DigestForecast forecast, params PlannedReminder[] planned) => forecast.Of(planned);

    private static DateTime At(DateOnly day, int hour) => day.ToDateTime(new TimeOnly(hour, 0));

    private static PlannedReminder Planned(int day) => new(Rule(0), Fact(Monday.AddDays(day)), Ann, Monday.AddDays(day), 0, ReminderStep.Usual);
}
