namespace Ccri.Domain;

/// <summary>Cuts what is too long for its place.</summary>
public static class ShortText
{
    /// <summary>The text where it fits; else its beginning and an ellipsis, together at most so many UTF-16 units, and never half a character, which PostgreSQL would refuse.</summary>
    public static string Shorten(this string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = longest - 1;
        return $"{text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd()}…";
    }
}
