using System.Diagnostics.CodeAnalysis;

namespace Ccri.Domain;

/// <summary>A row with an identity of its own and its own version, so that two people editing two rows never collide.</summary>
public abstract class Entity
{
    /// <summary>Time-ordered identifier, given at birth and never changed.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Renewed at each save by the database context; a form carries it, and a save against an older one is refused.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>Refuses in a sentence that a person can read.</summary>
    /// <exception cref="RuleViolationException">When <paramref name="condition"/> does not hold.</exception>
    protected static void Require([DoesNotReturnIf(false)] bool condition, string sentence)
    {
        if (!condition)
            throw new RuleViolationException(sentence);
    }

    /// <summary>A required line of text, trimmed.</summary>
    /// <exception cref="RuleViolationException">When nothing is left of it, or it is longer than <paramref name="longest"/> characters.</exception>
    protected static string Line(string? text, string what, int longest = 300)
    {
        var line = text?.Trim() ?? "";
        Require(line.Length > 0, $"{what} is missing. Please enter it.");
        Require(line.Length <= longest, $"{what} has {line.Length} characters. Please use at most {longest}.");
        return line;
    }

    /// <summary>An optional text, trimmed; blank is "not known".</summary>
    protected static string? Optional(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
