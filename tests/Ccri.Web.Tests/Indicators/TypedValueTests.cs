using Ccri.Web.Features.Indicators;

namespace Ccri.Web.Tests.Indicators;

public sealed class TypedValueTests
{
    [Theory]
    [InlineData("45", 45)]
    [InlineData(" 45 % ", 45)]
    [InlineData("45%", 45)]
    [InlineData("12.5", 12.5)]
    [InlineData("12,5", 12.5)]
    [InlineData(",5", 0.5)]
    [InlineData("0,125", 0.125)]
    [InlineData("1.234", 1.234)]
    [InlineData("1234,567", 1234.567)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("1\u00a0234,5", 1234.5)]
    [InlineData("1\u202f234\u202f567", 1234567)]
    [InlineData("1’234.5", 1234.5)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("-3.5", -3.5)]
    [InlineData("−3,5", -3.5)]
    [InlineData("+3", 3)]
    [InlineData("0", 0)]
    [InlineData("45.500000000", 45.5)]
    public void A_number_is_read_as_people_write_it(string typed, double value) => TypedValue.Read(typed, "%").ShouldBe(new TypedValue((decimal)value, null));

    [Theory]
    [InlineData("45 kg", "kg per capita")]
    [InlineData("45 KG per capita", "kg per capita")]
    [InlineData("45 t", "tonnes per year")]
    [InlineData("45 tonnes", "tonnes per year")]
    [InlineData("45 m3", "m3 per year")]
    [InlineData("45 m³", "m3 per year")]
    [InlineData("€ 45", "EUR")]
    [InlineData("EUR 45", "EUR")]
    [InlineData("45 day", "days")]
    [InlineData("45 tCO2-eq", "tCO2-eq per year")]
    public void The_unit_may_stand_with_it(string typed, string unit) => TypedValue.Read(typed, unit).ShouldBe(new TypedValue(45, null));

    [Theory]
    [InlineData("45 kg", "%", "Its unit is %, not kg. Give the value in %, for example as 12.5.")]
    [InlineData("45 %", "tonnes per year", "Its unit is tonnes per year, not %. Give the value in tonnes per year, for example as 12.5.")]
    [InlineData("45 kg", "tonnes per year", "Its unit is tonnes per year, not kg. Give the value in tonnes per year, for example as 12.5.")]
    [InlineData("45 people", "number", "It is a plain number (number), without “people”. Write it as 12.5.")]
    [InlineData("abc", "%", "“abc” is no number. Write it as 12.5.")]
    [InlineData("%", "%", "“%” is no number. Write it as 12.5.")]
    [InlineData("EUR 45 EUR", "EUR", "“EUR 45 EUR” is no number. Write it as 12.5.")]
    [InlineData("12 34", "%", "“12 34” is no number. Write it as 12.5.")]
    [InlineData("1,23,456", "%", "“1,23,456” is no number. Write it as 12.5.")]
    [InlineData("1.2.3", "%", "“1.2.3” is no number. Write it as 12.5.")]
    [InlineData("12-14", "%", "“12-14” is no number. Write it as 12.5.")]
    [InlineData("1,234", "%", "“1,234” can be read in two ways. Write 1234 or 1.234.")]
    [InlineData("-12,345 %", "%", "“-12,345 %” can be read in two ways. Write -12345 or -12.345.")]
    [InlineData("1.2345678", "%", "“1.2345678” has more than 6 decimals. Please round it.")]
    [InlineData("1000000000000", "EUR", "“1000000000000” is too large to be right. Please check it and its unit.")]
    [InlineData("99999999999999999999999999999999999999", "EUR", "“99999999999999999999999999999999999999” is too large to be right. Please check it and its unit.")]
    [InlineData("٤٥", "%", "“٤٥” is no number. Write it as 12.5.")]
    public void Anything_else_is_refused_in_words_that_say_what_would_be_right(string typed, string unit, string fault) => TypedValue.Read(typed, unit).ShouldBe(new TypedValue(null, fault));

    [Theory]
    [InlineData("")]
    [InlineData("  \t")]
    [InlineData(null)]
    public void Nothing_is_neither_a_value_nor_a_fault(string? typed) => TypedValue.Read(typed, "%").ShouldBe(default);

    [Fact]
    public void What_a_form_shows_is_read_back_as_the_same_value()
    {
        var random = new Random(5);
        for (var i = 0; i < 2_000; i++)
        {
            var value = Math.Round((decimal)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(0, 12))), random.Next(0, 7));
            TypedValue.Read(TypedValue.Spell(value), "%").ShouldBe(new TypedValue(value, null));
        }
    }
}
