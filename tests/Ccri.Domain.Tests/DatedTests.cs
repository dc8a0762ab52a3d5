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
