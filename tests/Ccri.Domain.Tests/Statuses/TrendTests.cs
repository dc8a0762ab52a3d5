using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;

namespace Ccri.Domain.Tests.Statuses;

public sealed class TrendTests
{
    [Theory]
    [InlineData(Rag.OnTrack, Rag.AtRisk, Trend.Worse)]
    [InlineData(Rag.OffTrack, Rag.AtRisk, Trend.Better)]
    [InlineData(Rag.AtRisk, Rag.AtRisk, Trend.Steady)]
    [InlineData(Rag.OnTrack, Rag.Complete, Trend.Better)]
    [InlineData(Rag.NoData, Rag.OnTrack, null)]
    [InlineData(Rag.OnTrack, Rag.NoData, null)]
    [InlineData(null, Rag.OnTrack, null)]
    public void A_trend_compares_what_is_known(Rag? before, Rag? now, Trend? expected) => Trends.Of(before, now).ShouldBe(expected);

    [Theory]
    [InlineData(Rag.Complete)]
    [InlineData(Rag.NoData)]
    [InlineData(Rag.AtRisk)]
    public void A_person_says_neither_complete_nor_no_data_nor_what_stands_already(Rag given) =>
        Should.Throw<RuleViolationException>(() => Acceptance.OfStatus(Guid.CreateVersion7(), Guid.CreateVersion7(), given, Rag.AtRisk, "x", "The mayor has promised it", null, DateTime.UnixEpoch)).Message.ShouldEndWith(".");

    [Fact]
    public void What_is_followed_no_more_is_given_no_status() =>
        Should.Throw<RuleViolationException>(() => Acceptance.OfStatus(Guid.CreateVersion7(), Guid.CreateVersion7(), Rag.AtRisk, null, "x", "The mayor has promised it", null, DateTime.UnixEpoch)).Message.ShouldContain("followed no more");

    [Fact]
    public void A_status_given_keeps_what_was_said() =>
        Acceptance.OfStatus(Guid.CreateVersion7(), Guid.CreateVersion7(), Rag.OnTrack, Rag.AtRisk, "x", "The mayor has promised it", null, DateTime.UnixEpoch).ShouldSatisfyAllConditions(
            a => (a.Rule, a.Given).ShouldBe((Acceptance.Status, Rag.OnTrack)), a => a.Covers("x").ShouldBeTrue());
}
