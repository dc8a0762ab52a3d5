using Ccri.Domain.Needs;
using Ccri.Domain.Reports;
using Ccri.Web.Tests.Reports.Documents;

namespace Ccri.Web.Tests.Reports;

public sealed class NeedChangesTests
{
    private static readonly TerritorySnapshot Now = NeedSamples.Small with { Needs = [NeedSamples.Need(1, NeedState.Open, 3)] };

    [Fact]
    public void What_an_older_snapshot_could_not_know_is_no_news() =>
        Changes.Between(Documents.SnapshotSamples.Small, NeedSamples.Small).ShouldBeEmpty();

    [Fact]
    public void A_new_need_is_new_and_one_that_is_met_is_closed_on_its_day()
    {
        var met = Now with { Needs = [NeedSamples.Need(1, NeedState.Met, 3) with { ClosedOn = new(2026, 9, 3) }, NeedSamples.Need(2, NeedState.Open, 4)] };

        Changes.Between(Now, met).Select(c => (c.Kind, c.Noun, c.Name, Words.Told(c))).ShouldBe(
        [
            (ChangeKind.New, ChangeNoun.Need, "2 Need 2 of the territory", "Open"),
            (ChangeKind.Closed, ChangeNoun.Need, "1 Need 1 of the territory", "Met on 3 Sep 2026"),
        ]);
    }

    [Fact]
    public void A_dropped_need_says_why_and_one_that_is_partly_met_has_taken_a_step()
    {
        var dropped = Now with { Needs = [NeedSamples.Need(1, NeedState.Dropped, 3) with { ClosedOn = new(2026, 9, 3), Reason = "The law is another." }] };
        var partly = Now with { Needs = [NeedSamples.Need(1, NeedState.Open, 3) with { Verdict = new(NeedVerdict.Partly, new(2026, 9, 3), false) }] };

        Changes.Between(Now, dropped).ShouldHaveSingleItem().Cause.ShouldBe("The law is another.");
        Words.Told(Changes.Between(Now, partly).ShouldHaveSingleItem()).ShouldBe("None → Partly met");
    }

    [Fact]
    public void Another_assessment_is_told_with_its_day()
    {
        var before = Now with { Assessment = Now.Assessment! with { Now = new(2026, 3, 1) } };

        var change = Changes.Between(before, Now).ShouldHaveSingleItem();

        (Words.Of(change.Noun), Words.Told(change)).ShouldBe(("Assessment of needs", "Held on 1 Mar 2026 → Held on 22 Aug 2026"));
        Words.Told(Changes.Between(before with { Assessment = null }, Now).ShouldHaveSingleItem()).ShouldBe("Held on 22 Aug 2026");
    }
}
