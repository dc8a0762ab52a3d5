using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;

namespace Ccri.Domain.Tests.Statuses;

public sealed class DayRuleTests
{
    private static readonly DateOnly Due = new(2026, 10, 1);

    [Theory]
    [InlineData(-1, Rag.OnTrack)]
    [InlineData(0, Rag.OnTrack)]
    [InlineData(1, Rag.AtRisk)]
    [InlineData(30, Rag.AtRisk)]
    [InlineData(31, Rag.OffTrack)]
    public void A_milestone_is_at_risk_from_the_first_day_after_and_off_track_from_the_thirty_first(int daysAfter, Rag expected)
    {
        var reading = Milestone().Read(Due.AddDays(daysAfter));

        (reading.Status, reading.Day).ShouldBe((expected, Due));
        reading.Days.ShouldBe(Math.Max(0, daysAfter));
    }

    [Fact]
    public void A_forecast_that_slips_is_at_risk_however_far_and_says_by_how_much() =>
        Milestone(forecast: Due.AddDays(90)).Read(Due).ShouldBe(new Reading(Rag.AtRisk, Cause.Slipping, Due, 90));

    [Fact]
    public void A_forecast_before_the_agreed_day_is_no_slip() => Milestone(forecast: Due.AddDays(-5)).Read(Due.AddDays(-20)).Status.ShouldBe(Rag.OnTrack);

    [Fact]
    public void A_late_milestone_stays_late_whatever_is_forecast() => Milestone(forecast: Due.AddDays(90)).Read(Due.AddDays(31)).Status.ShouldBe(Rag.OffTrack);

    [Fact]
    public void What_is_blocked_is_off_track_before_its_day() => Milestone(blockedBy: "No permit").Read(Due.AddDays(-50)).ShouldBe(new Reading(Rag.OffTrack, Cause.Blocked, What: "No permit"));

    [Fact]
    public void What_is_done_is_complete_even_when_it_was_late() => Milestone(doneOn: Due.AddDays(60)).Read(Due.AddDays(90)).ShouldBe(new Reading(Rag.Complete, Cause.Done, Due.AddDays(60)));

    private static FollowedMilestone Milestone(DateOnly? forecast = null, DateOnly? doneOn = null, string? blockedBy = null) => new(Guid.CreateVersion7(), "Permit", Due, forecast, doneOn, blockedBy);
}
