using Ccri.Domain.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace Ccri.Domain.Tests.Plans;

public sealed class PlanNumberTests
{
    [Fact]
    public void Numbers_stand_in_the_order_people_count()
    {
        string[] counted = ["1", "2", "3", "3.2", "3.10", "10", "M9", "m14", "M14a"];
        counted.Reverse().OrderBy(PlanNumber.Key, StringComparer.Ordinal).ShouldBe(counted);
    }

    [Fact]
    public void Whole_numbers_stand_as_numbers() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).Two().ToArbitrary(), pair =>
            Math.Sign(string.CompareOrdinal(PlanNumber.Key($"{pair.Item1}"), PlanNumber.Key($"{pair.Item2}"))) == pair.Item1.CompareTo(pair.Item2)).QuickCheckThrowOnFailure();
}
