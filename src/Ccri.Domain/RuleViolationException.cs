namespace Ccri.Domain;

/// <summary>A rule of the domain said no. The message is one sentence for the person who asked.</summary>
public sealed class RuleViolationException(string sentence) : Exception(sentence);
