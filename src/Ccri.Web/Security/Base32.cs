namespace Ccri.Web.Security;

/// <summary>RFC 4648 without padding: how authenticator apps take a key, and letters that can be told apart when they are typed.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var letters = new System.Text.StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var one in bytes)
        {
            (bits, count) = (bits << 8 | one, count + 8);
            for (; count >= 5; count -= 5)
                letters.Append(Alphabet[bits >> (count - 5) & 31]);
            bits &= (1 << count) - 1;
        }
        return count == 0 ? letters.ToString() : letters.Append(Alphabet[bits << (5 - count) & 31]).ToString();
    }

    /// <exception cref="FormatException">When a letter is none of the 32.</exception>
    public static byte[] Decode(string letters)
    {
        var bytes = new List<byte>(letters.Length * 5 / 8);
        var (bits, count) = (0, 0);
        foreach (var letter in letters)
        {
            var value = Alphabet.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            if (value < 0)
                throw new FormatException($"“{letter}” is no letter of a key.");
            (bits, count) = (bits << 5 | value, count + 5);
            if (count < 8)
                continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
            bits &= (1 << count) - 1;
        }
        return [.. bytes];
    }
}
