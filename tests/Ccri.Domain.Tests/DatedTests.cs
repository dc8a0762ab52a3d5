using FsCheck;
using FsCheck.Fluent;

namespace Ccri.Domain.Tests;

public sealed class DatedTests
{
    private sealed class Something : Dated;

    private static readonly DateOnly Day = new(2022, 9, 15);

    [Fact]
    public void One_day_is_long_enough_and_an_unknown_day_stays_empty()
    {
        var something = new Something();
        (something.From, something.To).ShouldBe((null, null));

        something.Last(Day, Day);
        (something.From, something.To).ShouldBe((Day, Day));

        something.Last(null, Day);
        (something.From, something.To).ShouldBe((null, Day));
    }

    [Fact]
    public void An_end_before_the_start_is_refused_and_changes_nothing()
    {
        var something = new Something();
        something.Last(Day, null);

        Should.Throw<RuleViolationException>(() => something.Last(Day, Day.AddDays(-1)))
            .Message.ShouldBe("The end (2022-09-14) lies before the start (2022-09-15).");
        (something.From, something.To).ShouldBe((Day, null));
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(-1, 1, true)]
    [InlineData(0, 0, true)]
    [InlineData(null, 1, true)] // an end that lies ahead has not come yet
    [InlineData(null, 0, true)] // the last day still counts
    [InlineData(null, -1, false)]
    [InlineData(1, null, false)]
    public void It_holds_from_its_first_day_to_its_last(int? from, int? to, bool holds) => Between(from, to).HeldOn(Day).ShouldBe(holds);

    [Fact]
    public void An_end_keeps_the_start_and_is_refused_before_it()
    {
        var something = Between(0, null);

        something.End(Day.AddDays(3));
        (something.From, something.To).ShouldBe((Day, Day.AddDays(3)));

        Should.Throw<RuleViolationException>(() => something.End(Day.AddDays(-1)));
        something.To.ShouldBe(Day.AddDays(3));
    }

    [Theory]
    [InlineData(null, null, null, null, true)]
    [InlineData(0, 5, 5, 9, true)] // one day in common
    [InlineData(0, 5, 6, 9, false)]
    [InlineData(0, null, 6, 9, true)]
    [InlineData(7, null, null, 6, false)]
    public void Two_overlap_when_a_day_belongs_to_both(int? from, int? to, int? otherFrom, int? otherTo, bool overlap)
    {
        Between(from, to).Overlaps(Between(otherFrom, otherTo)).ShouldBe(overlap);
        Between(otherFrom, otherTo).Overlaps(Between(from, to)).ShouldBe(overlap);
    }

    private static Something Between(int? from, int? to)
    {
        var something = new Something();
        something.Last(from is { } first ? Day.AddDays(first) : null, to is { } last ? Day.AddDays(last) : null);
        return something;
    }

    [Fact]
    public void Whatever_is_accepted_ends_no_earlier_than_it_begins() => Prop.ForAll<int, int>((from, to) =>
    {
        var (first, last) = (Day.AddDays(from), Day.AddDays(to));
        var something = new Something();
        try
        {
            something.Last(first, last);
            return something.From <= something.To;
        }
        catch (RuleViolationException)
        {
            return last < first;
        }
    }).QuickCheckThrowOnFailure();
}
