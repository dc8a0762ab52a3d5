using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Ccri.Domain.Tests;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Łódź", "lodz")]
    [InlineData("Møre og Romsdal", "more og romsdal")]
    [InlineData("MØRE OG ROMSDAL", "more og romsdal")]
    [InlineData("Päijät-Håme", "paijat-hame")]
    [InlineData("Viseu Dão Lafões", "viseu dao lafoes")]
    [InlineData("Weißenfels", "weissenfels")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Æbeltoft og Œuvre", "aebeltoft og oeuvre")]
    [InlineData("İstanbul ışık", "istanbul isik")]
    [InlineData("Đakovo, Ħamrun, Þingvellir", "dakovo, hamrun, thingvellir")]
    [InlineData("Δυτική Μακεδονία", "δυτικη μακεδονια")]
    [InlineData("ΤΟΥΡΙΣΜΌΣ", "τουρισμοσ")]
    [InlineData("τουρισμός", "τουρισμοσ")]
    [InlineData("Пловдив", "пловдив")]
    [InlineData("თბილისი", "თბილისი")]
    [InlineData("", "")]
    public void A_name_is_searched_without_accents_and_without_capitals(string name, string folded) => Folding.ForSearch(name).ShouldBe(folded);

    [Fact]
    public void Two_spellings_of_one_letter_are_found_by_each_other() =>
        Folding.ForSearch("Castilla y Leo\u0301n").ShouldBe(Folding.ForSearch("CASTILLA Y LE\u00d3N"));

    [Fact]
    public void A_text_that_is_cut_or_odd_is_still_folded()
    {
        Folding.ForSearch("cut " + "🎉"[0]).ShouldBe("cut \ufffd");
        Folding.ForSearch("odd \ufffe").ShouldBe("odd \ufffd");
        Folding.ForSearch("𐐀").ShouldBe("𐐨"); // a capital beyond the first 65,536 characters
    }

    [Fact]
    public void Folding_twice_is_folding_once() =>
        Prop.ForAll(Texts.Any, text => Folding.ForSearch(Folding.ForSearch(text)) == Folding.ForSearch(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_searched_by_is_sound_text_whatever_was_typed() =>
        Prop.ForAll(Texts.Any, text => Folding.ForSearch(text).IsNormalized()).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Łódź", "lodz")]
    [InlineData("  Castilla y León (region) ", "castilla-y-leon-region")]
    [InlineData("Metropolitan -- Region & Amsterdam", "metropolitan-region-amsterdam")]
    [InlineData("Δυτική Μακεδονία", "δυτικη-μακεδονια")]
    [InlineData("Пловдив 2030", "пловдив-2030")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("🎉", "")]
    [InlineData("– … –", "")]
    [InlineData("", "")]
    public void A_name_becomes_its_part_of_the_address(string name, string address) => Folding.ForAddress(name).ShouldBe(address);

    [Fact]
    public void An_address_holds_only_letters_digits_and_single_hyphens_inside() => Prop.ForAll(Texts.Any, text =>
    {
        var address = Folding.ForAddress(text);
        return address.EnumerateRunes().All(r => Rune.IsLetterOrDigit(r) || r.Value == '-')
            && !address.Contains("--", StringComparison.Ordinal) && !address.StartsWith('-') && !address.EndsWith('-');
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_address_is_never_longer_than_allowed() => Prop.ForAll(Texts.Any, ArbMap.Default.ArbFor<PositiveInt>(),
        (text, longest) => Folding.ForAddress(text, longest.Get).Length <= longest.Get).QuickCheckThrowOnFailure();

    [Fact]
    public void A_letter_that_takes_two_characters_is_not_cut_in_half() =>
        Folding.ForAddress(new string('a', 79) + "𐐨").ShouldBe(new string('a', 79));

    [Fact]
    public void A_long_name_is_cut_without_a_hyphen_at_the_end() =>
        Folding.ForAddress(new string('a', 79) + " bcd").ShouldBe(new string('a', 79));
}
