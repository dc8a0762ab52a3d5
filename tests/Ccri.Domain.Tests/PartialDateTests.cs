using Ccri.Domain;

namespace Ccri.Domain.Tests;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData(DatePrecision.Day, "2024-02-29", "2024-02-29")]
    [InlineData(DatePrecision.Month, "2024-02-01", "2024-02-29")]
    [InlineData(DatePrecision.Quarter, "2024-01-01", "2024-03-31")]
    [InlineData(DatePrecision.Year, "2024-01-01", "2024-12-31")]
    public void A_date_covers_every_day_that_it_may_have_been(DatePrecision precision, string first, string last)
    {
        var date = new PartialDate(new DateOnly(2024, 2, 29), precision);

        (date.First, date.Last).ShouldBe((DateOnly.Parse(first, null), DateOnly.Parse(last, null)));
    }
}
