using Ccri.Domain.WorkingGroups;
using FsCheck;
using FsCheck.Fluent;

namespace Ccri.Domain.Tests.WorkingGroups;

public sealed class SessionTimeTests
{
    private static readonly DateOnly Spring = new(2026, 3, 29), Autumn = new(2026, 10, 25), Plain = new(2026, 11, 20);

    [Fact]
    public void A_time_that_the_clock_skips_is_refused_and_the_next_one_is_named()
    {
        At(Spring, 2, 30, 4, 0).Objection().ShouldBe("There is no 02:30 on 2026-03-29 in Europe/Brussels: the clocks are put forward to 03:00 that night. Enter 03:00 or later.");
        At(Spring, 1, 30, 2, 15).Objection().ShouldBe("There is no 02:15 on 2026-03-29 in Europe/Brussels: the clocks are put forward to 03:00 that night. Enter 03:00 or later.");
        At(Spring, 3, 30, 4, 0, "Europe/Helsinki").Objection().ShouldStartWith("There is no 03:30 on 2026-03-29 in Europe/Helsinki");
        At(Spring, 2, 30, 4, 0, "Europe/Lisbon").Objection().ShouldBeNull();
    }

    [Fact]
    public void A_session_over_the_skipped_hour_takes_an_hour_less_than_the_clock_says()
    {
        var time = At(Spring, 1, 30, 3, 30);

        time.Objection().ShouldBeNull();
        (time.StartsAt, time.EndsAt).ShouldBe((Utc(29, 0, 30, 3), Utc(29, 1, 30, 3)));
    }

    [Fact]
    public void An_hour_that_comes_twice_is_the_first_one_unless_that_lies_before_the_start()
    {
        var through = At(Autumn, 2, 30, 3, 30);
        (through.StartsAt, through.EndsAt).ShouldBe((Utc(25, 0, 30), Utc(25, 2, 30)));

        var early = At(Autumn, 1, 30, 2, 30);
        (early.StartsAt, early.EndsAt).ShouldBe((Utc(24, 23, 30), Utc(25, 0, 30)));
    }

    [Fact]
    public void It_may_go_over_midnight_and_not_through_the_day()
    {
        var late = At(Plain, 22, 0, 1, 30);
        late.Objection().ShouldBeNull();
        (late.IsOverMidnight, late.EndsOn, late.EndsAt!.Value - late.StartsAt).ShouldBe((true, Plain.AddDays(1), TimeSpan.FromHours(3.5)));

        At(Plain, 14, 0, 9, 0).Objection().ShouldBe("It would end at 09:00, before it begins at 14:00. If it went through the night, enter the last day.");
        At(Plain, 14, 0, 14, 0).Objection().ShouldBe("It ends when it begins. Enter another time, or leave the end out.");
        (At(Plain, 14, 0, 9, 0) with { LastOn = Plain.AddDays(1) }).Objection().ShouldBeNull();
        (At(Plain, 14, 0, 9, 0) with { LastOn = Plain }).Objection().ShouldBe("It would end at 09:00, before it begins at 14:00.");
    }

    [Fact]
    public void Days_zone_and_times_that_cannot_be_are_refused()
    {
        var day = new SessionTime(Plain, null, null, null, SessionTime.Brussels);

        (day with { Zone = "Mars/Olympus" }).Objection().ShouldBe("“Mars/Olympus” is no time zone. It should be a name such as Europe/Brussels.");
        (day with { Until = new TimeOnly(10, 0) }).Objection().ShouldBe("Enter when it began, too, or leave the times out.");
        (day with { LastOn = Plain.AddDays(-1) }).Objection().ShouldBe("The last day (2026-11-19) lies before the first (2026-11-20).");
        (day with { LastOn = Plain.AddDays(31) }).Objection().ShouldBe("A session takes 31 days at most. Log a longer one in parts.");
        (day with { LastOn = Plain.AddDays(30) }).Objection().ShouldBeNull();
    }

    [Fact]
    public void Without_a_time_it_begins_with_its_day_in_its_zone_also_where_that_day_has_no_midnight()
    {
        new SessionTime(Plain, null, null, null, "Europe/Helsinki").StartsAt.ShouldBe(new DateTime(2026, 11, 19, 22, 0, 0, DateTimeKind.Utc));
        new SessionTime(new DateOnly(2026, 9, 6), null, null, null, "America/Santiago").StartsAt.ShouldBe(new DateTime(2026, 9, 6, 4, 0, 0, DateTimeKind.Utc)); // midnight is skipped there
    }

    [Fact]
    public void The_clock_of_its_zone_shows_its_times_at_its_moments() => Prop.ForAll(Times(), time =>
    {
        if (time.Objection() is not null)
            return true;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(time.Zone);
        return TimeZoneInfo.ConvertTimeFromUtc(time.StartsAt, zone) == time.On.ToDateTime(time.From!.Value)
            && TimeZoneInfo.ConvertTimeFromUtc(time.EndsAt!.Value, zone) == time.EndsOn.ToDateTime(time.Until!.Value)
            && time.EndsAt > time.StartsAt;
    }).QuickCheckThrowOnFailure();

    /// <summary>The days around which clocks are changed, and every quarter of an hour.</summary>
    private static Arbitrary<SessionTime> Times() => (
        from day in Gen.Elements(Spring, Spring.AddDays(-1), Autumn, Autumn.AddDays(-1), Plain, new DateOnly(2026, 4, 5), new DateOnly(2026, 9, 27))
        from start in Gen.Choose(0, 95)
        from length in Gen.Choose(1, 60)
        from zone in Gen.Elements("Europe/Brussels", "Europe/Helsinki", "Europe/Lisbon", "Atlantic/Azores", "Pacific/Auckland", "Australia/Lord_Howe")
        let begin = TimeOnly.MinValue.AddMinutes(15 * start)
        select new SessionTime(day, start + length >= 96 ? day.AddDays(1) : null, begin, begin.AddMinutes(15 * length), zone)).ToArbitrary();

    private static SessionTime At(DateOnly day, int hour, int minute, int untilHour, int untilMinute, string zone = SessionTime.Brussels) =>
        new(day, null, new TimeOnly(hour, minute), new TimeOnly(untilHour, untilMinute), zone);

    private static DateTime Utc(int day, int hour, int minute, int month = 10) => new(2026, month, day, hour, minute, 0, DateTimeKind.Utc);
}
