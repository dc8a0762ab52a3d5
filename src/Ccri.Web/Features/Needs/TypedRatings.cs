using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ccri.Web.Features.Needs;

/// <summary>What was typed into the form of a round stands under numbers. When the questionnaire was replaced since, by somebody or in the weeks that a draft lay, each answer is put to its own question again.</summary>
public static class TypedRatings
{
    private const string Prefix = "Input.Ratings", Note = "Input.Note";

    /// <param name="keys">Of the questions as the form asks them now.</param>
    public static void Arrange(ModelStateDictionary state, IReadOnlyList<string> keys)
    {
        var typed = new List<(string Key, string? Value, string? Evidence)>();
        while (Of(state, typed.Count, "Key") is { } key)
            typed.Add((key, Of(state, typed.Count, "Value"), Of(state, typed.Count, "Evidence")));
        if (typed.Count == 0 || typed.Select(t => t.Key).SequenceEqual(keys))
            return;
        foreach (var name in state.Keys.Where(k => k.StartsWith($"{Prefix}[", StringComparison.Ordinal)).ToList())
            state.Remove(name);
        foreach (var (index, key) in keys.Index())
        {
            var answer = typed.Find(t => t.Key == key);
            Set(state, $"{Prefix}[{index}].Value", answer.Value ?? "");
            Set(state, $"{Prefix}[{index}].Evidence", answer.Evidence ?? "");
        }
        // What is asked no more is not lost: it is for whoever typed it to leave it out.
        var left = typed.Where(t => !keys.Contains(t.Key) && !(string.IsNullOrEmpty(t.Value) && string.IsNullOrWhiteSpace(t.Evidence)))
            .Select(t => string.IsNullOrEmpty(t.Value) ? $"{t.Key}: {t.Evidence}" : $"{t.Key}: {t.Value}. {t.Evidence}".Trim());
        Set(state, Note, string.Join('\n', left.Prepend(state.GetValueOrDefault(Note)?.AttemptedValue ?? "")).Trim());
    }

    private static string? Of(ModelStateDictionary state, int index, string part) => state.GetValueOrDefault($"{Prefix}[{index}].{part}")?.AttemptedValue;

    private static void Set(ModelStateDictionary state, string name, string value)
    {
        state.SetModelValue(name, value, value);
        state.MarkFieldSkipped(name);
    }
}
