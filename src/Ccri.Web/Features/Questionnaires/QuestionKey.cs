using Ccri.Domain;
using Ccri.Domain.Needs;

namespace Ccri.Web.Features.Questionnaires;

/// <summary>The key of a question that asks something new: its name in lower-case letters, with a number where that was used before.</summary>
public static class QuestionKey
{
    private const int Longest = Question.LongestKey - 5; // leaves room for the number

    /// <param name="taken">Keys that mean something already; the new one is added.</param>
    public static string Of(string name, HashSet<string> taken)
    {
        var stem = Folding.ForAddress(name, Longest);
        if (stem.Length == 0)
            stem = "question";
        var key = stem;
        for (var number = 2; !taken.Add(key); number++)
            key = $"{stem}-{number}";
        return key;
    }
}
