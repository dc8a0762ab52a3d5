using System.Text;
using Ccri.Web.Data;
using Ccri.Web.Security;

namespace Ccri.Web.Tests.Accounts;

public sealed class TimeCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, SHA-1; its codes have eight digits, ours are the last six of them.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void A_code_is_that_of_the_standard(long seconds, string code) => TimeCode.At(Key, TimeCode.StepOf(DateTime.UnixEpoch.AddSeconds(seconds))).ShouldBe(code);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_half_a_minute_wrong_and_no_more(int steps, bool isLetIn)
    {
        var now = new DateTime(2026, 11, 20, 9, 0, 10, DateTimeKind.Utc);
        var step = TimeCode.StepOf(now) + steps;

        TimeCode.Match(Key, TimeCode.At(Key, step), null, now).ShouldBe(isLetIn ? step : null);
    }

    [Fact]
    public void A_code_fits_once_and_none_before_it_fits_any_more()
    {
        var now = new DateTime(2026, 11, 20, 9, 0, 10, DateTimeKind.Utc);
        var step = TimeCode.StepOf(now);

        TimeCode.Match(Key, TimeCode.At(Key, step), step, now).ShouldBeNull();
        TimeCode.Match(Key, TimeCode.At(Key, step - 1), step, now).ShouldBeNull();
        TimeCode.Match(Key, TimeCode.At(Key, step + 1), step, now).ShouldBe(step + 1);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_is_that_of_the_standard(string text, string letters)
    {
        Base32.Encode(Encoding.ASCII.GetBytes(text)).ShouldBe(letters);
        Encoding.ASCII.GetString(Base32.Decode(letters.ToLowerInvariant())).ShouldBe(text);
    }

    [Fact]
    public void A_letter_that_is_none_of_a_key_is_refused() => Should.Throw<FormatException>(() => Base32.Decode("AB1C"));

    [Fact]
    public void Recovery_codes_differ_and_are_the_same_however_they_are_typed()
    {
        var codes = Enumerable.Range(0, 200).Select(_ => RecoveryCode.New()).ToList();

        codes.Distinct().Count().ShouldBe(200);
        codes.ShouldAllBe(c => System.Text.RegularExpressions.Regex.IsMatch(c, "^[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}$"));
        RecoveryCode.HashOf($" {codes[0].Replace('-', ' ').ToUpperInvariant()}").ShouldBe(RecoveryCode.Of(codes[0]).Hash);
    }
}
