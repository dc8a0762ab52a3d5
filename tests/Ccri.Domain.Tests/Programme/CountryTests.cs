using Ccri.Domain.Programme;

namespace Ccri.Domain.Tests.Programme;

public sealed class CountryTests
{
    [Theory]
    [InlineData("EL", "EL")]
    [InlineData(" uk ", "UK")]
    public void A_country_is_known_by_two_capital_letters(string typed, string code) => new Country(typed).Code.ShouldBe(code);

    [Theory]
    [InlineData("")]
    [InlineData("E")]
    [InlineData("GRC")]
    [InlineData("E1")]
    [InlineData("ΕΛ")] // Greek capitals that look like Latin ones
    [InlineData("É ")]
    public void Anything_else_is_refused_in_a_sentence(string typed) => Should.Throw<RuleViolationException>(() => new Country(typed)).Message.ShouldEndWith(".");
}
