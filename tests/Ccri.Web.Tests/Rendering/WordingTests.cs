using System.Globalization;
using Ccri.Web.Rendering;

namespace Ccri.Web.Tests.Rendering;

public sealed class WordingTests
{
    [Fact]
    public void Dates_and_amounts_do_not_depend_on_the_host()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Wording.Date(new DateOnly(2026, 9, 5)).ShouldBe("5\u00a0Sep\u00a02026");
            Wording.Number(1234567.25m, 1).ShouldBe("1,234,567.3");
            Wording.Quarter(2026, 3).ShouldBe("Third quarter of 2026");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("2026-10-12T07:00:00Z", "12\u00a0Oct\u00a02026, 09:00 (Brussels)")]
    [InlineData("2026-12-31T23:30:00Z", "1\u00a0Jan\u00a02027, 00:30 (Brussels)")]
    public void An_instant_is_told_in_Brussels(string utc, string words) =>
        Wording.Instant(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture)).ShouldBe(words);

    [Theory]
    [InlineData(1, "1\u00a0day late")]
    [InlineData(12, "12\u00a0days late")]
    public void One_day_is_not_1_days(int days, string words) => Wording.Late(days).ShouldBe(words);

    [Fact]
    public void Amounts_are_worded()
    {
        Wording.Euro(4_200_000).ShouldBe("EUR\u00a04.2\u00a0million");
        Wording.Euro(850_000).ShouldBe("EUR\u00a0850,000");
        Wording.Percent(0.355m).ShouldBe("36\u00a0%");
        Wording.Number(-0.04m, 1).ShouldBe("0.0");
        Wording.Change(-0.5m, 1).ShouldBe("\u22120.5");
        Wording.Change(1.5m, 1).ShouldBe("+1.5");
        Wording.Count(2, "territory", "territories").ShouldBe("2\u00a0territories");
    }
}
