using Ccri.Domain.Needs;
using Ccri.Domain.Programme;
using Ccri.Domain.Support;
using static Ccri.Domain.Tests.Refusals;

namespace Ccri.Domain.Tests.Support;

public sealed class SupportActivityTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Guid One = Guid.NewGuid(), Two = Guid.NewGuid();

    [Fact]
    public void It_has_taken_place_and_ends_after_it_began()
    {
        Refuses(() => New(on: Today.AddDays(1))).ShouldBe("The activity is dated 2026-11-23, which has not come yet. Log it once it has taken place.");
        var activity = New(on: Today.AddDays(-3));

        Refuses(() => activity.Hold(activity.Type, "x", activity.On, activity.On.AddDays(-1), Today)).ShouldBe("The last day (2026-11-18) lies before the first (2026-11-19).");
        Refuses(() => activity.Hold(activity.Type, "x", activity.On, Today.AddDays(1), Today)).ShouldBe("The last day (2026-11-23) has not come yet. Log it once it is over.");
        Refuses(() => activity.Hold(activity.Type, "x", new DateOnly(2025, 1, 1), Today, Today)).ShouldBe("An activity takes a year at most. Log a longer one in parts.");
        activity.Hold(activity.Type, "x", activity.On, Today, Today);
        activity.CalendarDays.ShouldBe(4);
        activity.Hold(activity.Type, "x", Today, Today, Today);
        (activity.Until, activity.CalendarDays).ShouldBe((null, 1));
    }

    [Fact]
    public void Individual_support_is_counted_in_days_and_group_support_in_hours_and_participants()
    {
        var (individual, group) = (New(ActivityType.ExpertMission), New(ActivityType.Webinar));

        Refuses(() => individual.Measure(null, 2, 3)).ShouldBe("Enter how many expert-days it took.");
        Refuses(() => group.Measure(1, null, 3)).ShouldBe("Enter how many hours it took.");
        Refuses(() => group.Measure(1, 2, null)).ShouldBe("Enter how many took part.");
        Refuses(() => group.Measure(null, 24.5m, 3)).ShouldBe("A day has 24 hours.");
        Refuses(() => individual.Measure(3.25m, null, null)).ShouldStartWith("3.25 expert-days are 26 hours.");
        individual.Measure(1.25m, 99, 4);
        group.Measure(7, 1.5m, 40);
        (individual.Days, individual.Hours, individual.Participants).ShouldBe((1.25m, null, 4));
        (group.Days, group.Hours, group.Participants).ShouldBe((null, 1.5m, 40));
    }

    [Fact]
    public void Each_type_knows_what_it_entitles_from_and_how_it_is_counted()
    {
        ActivityTypes.EntitlementOf(ActivityType.TailoredSupport).ShouldBe(Entitlement.Individual);
        ActivityTypes.EntitlementOf(ActivityType.RoadmapSession).ShouldBe(Entitlement.Roadmap);
        ActivityTypes.EntitlementOf(ActivityType.DocumentReview).ShouldBe(Entitlement.Plans);
        Enum.GetValues<ActivityType>().Where(type => ActivityTypes.IsCountedInDays(type) && ActivityTypes.EntitlementOf(type) is null).ShouldBe([ActivityType.HelpdeskAnswer], "everybody may ask the helpdesk");
    }

    [Fact]
    public void It_is_for_somebody_once_and_serves_only_their_needs()
    {
        var activity = New();
        Need own = new(One, 1, "data", "a", Today), foreign = new(Guid.NewGuid(), 1, "data", "b", Today);

        Refuses(() => activity.BeFor([], [])).ShouldBe("Choose at least one territory.");
        activity.BeFor([One, Two, One], [own, foreign, own]);
        activity.Territories.Select(t => t.TerritoryId).ShouldBe([One, Two]);
        activity.Needs.Select(n => n.NeedId).ShouldBe([own.Id]);
        var kept = activity.Territories.Single(t => t.TerritoryId == Two);
        activity.BeFor([Two], [own]);
        activity.Territories.ShouldHaveSingleItem().ShouldBe(kept);
        activity.Needs.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(5.1)]
    public void Satisfaction_is_between_1_and_5(double score) =>
        Refuses(() => New().CameOut(null, (decimal)score)).ShouldBe(FormattableString.Invariant($"Satisfaction is between 1 and 5, not {score}."));

    [Fact]
    public void Days_are_planned_for_a_whole_quarter()
    {
        Refuses(() => new PlannedDays(One, Two, new DateOnly(2026, 2, 1), 3)).ShouldBe("A quarter begins on the first of January, April, July or October, not on 2026-02-01.");
        var planned = new PlannedDays(One, Two, new DateOnly(2026, 1, 1), 3);
        Refuses(() => planned.Plan(0)).ShouldBe("Between 0.01 and 500 expert-days are planned for a quarter, not 0.");
        Refuses(() => planned.Plan(1.005m)).ShouldBe("Expert-days have at most two decimals.");
        planned.Plan(2.5m);
        planned.Days.ShouldBe(2.5m);
    }

    [Fact]
    public void Who_got_less_than_half_of_the_median_is_left_behind_and_who_got_nothing_first()
    {
        Attention nothing = new(Guid.NewGuid(), 0, 0, 0), little = new(Guid.NewGuid(), 1, 0.5m, 1), usual = new(Guid.NewGuid(), 4, 3, 2), much = new(Guid.NewGuid(), 9, 12, 3);

        var balance = AttentionBalance.Of([much, little, usual, nothing, usual with { TerritoryId = Guid.NewGuid() }]);

        (balance.MedianDays, balance.MedianTouches).ShouldBe((3m, 6m));
        balance.LeftBehind.ShouldBe([nothing, little]);
        balance.ShareOfTopQuarter.ShouldBe(0.6923m, "18 of 26 go to the two with the most");
        AttentionBalance.Of([]).LeftBehind.ShouldBeEmpty();
        AttentionBalance.Of([nothing]).LeftBehind.ShouldBe([nothing]);
    }

    private static SupportActivity New(ActivityType type = ActivityType.TailoredSupport, DateOnly? on = null) => new(type, "Permits for a reuse hub", on ?? Today, Today);
}
