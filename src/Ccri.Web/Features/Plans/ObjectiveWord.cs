namespace Ccri.Web.Features.Plans;

/// <summary>What a plan calls its objectives, as headings and buttons say it: one agenda, two agendas; one focus area, two focus areas.</summary>
public sealed record ObjectiveWord(string One, string Many)
{
    /// <param name="word">As the plan says it, in the singular or the plural; empty: objective.</param>
    public static ObjectiveWord Of(string? word)
    {
        var given = string.IsNullOrWhiteSpace(word) ? "objective" : word.Trim();
        if (given.Length > 1 && !char.IsUpper(given[1]))
            given = char.ToLowerInvariant(given[0]) + given[1..];
        return IsPlural(given) ? new ObjectiveWord(given.EndsWith("ies", StringComparison.Ordinal) ? $"{given[..^3]}y" : given[..^1], given) : new ObjectiveWord(given, Plural(given));
    }

    /// <summary>"Agendas": at the head of a card or a column.</summary>
    public string Heading => char.ToUpperInvariant(Many[0]) + Many[1..];

    /// <summary>"Agenda": at a field.</summary>
    public string Label => char.ToUpperInvariant(One[0]) + One[1..];

    /// <summary>"an agenda", "a focus area".</summary>
    public string WithArticle => "aeiou".Contains(char.ToLowerInvariant(One[0])) ? $"an {One}" : $"a {One}";

    private static bool IsPlural(string word) => word.EndsWith('s') && !Hisses(word);

    private static bool Hisses(string word) => word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal);

    private static string Plural(string word) => Hisses(word) ? $"{word}es"
        : word.Length > 1 && word.EndsWith('y') && !"aeiou".Contains(word[^2]) ? $"{word[..^1]}ies" : $"{word}s";
}
