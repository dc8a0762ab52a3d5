using FsCheck;
using FsCheck.Fluent;

namespace Ccri.Domain.Tests;

/// <summary>Texts as they really arrive: Latin, Greek and Cyrillic letters, accents by themselves, emoji, control characters and halves of characters.</summary>
internal static class Texts
{
    private static readonly Gen<string> Piece = Gen.Frequency(
        (6, Gen.Choose(' ', '~')),
        (3, Gen.Choose(0xc0, 0x24f)),
        (3, Gen.Choose(0x370, 0x52f)),
        (2, Gen.Choose(0x300, 0x36f)),
        (2, Gen.Choose(0xd800, 0xdfff)),
        (2, Gen.Choose(0x10400, 0x1044f)),
        (1, Gen.Choose(0x1f300, 0x1f64f)),
        (2, Gen.Choose(0, 0x10ffff))).Select(Character);

    public static readonly Arbitrary<string> Any = Gen.Sized(size => Gen.Choose(0, 2 * size).SelectMany(length => Gen.ArrayOf(Piece, length))).Select(string.Concat).ToArbitrary();

    /// <summary>Half of a surrogate pair stays the half that it is.</summary>
    private static string Character(int code) => code is >= 0xd800 and <= 0xdfff ? ((char)code).ToString() : char.ConvertFromUtf32(code);
}
