namespace Ccri.Domain.Tests;

internal static class Refusals
{
    /// <summary>What the domain says when it refuses; always a whole sentence. Used as <c>using static</c>.</summary>
    public static string Refuses(Action deed)
    {
        var sentence = Should.Throw<RuleViolationException>(deed).Message;
        sentence.ShouldEndWith(".");
        return sentence;
    }
}
