using System.Globalization;
using Ccri.Domain.Needs;

namespace Ccri.Web.Features.Needs;

/// <summary>What _RoundForm.cshtml shows.</summary>
public sealed record RoundForm(RoundAnswers Input, RoundSheet Sheet)
{
    /// <summary>What somebody else saved while the form was open.</summary>
    public ShownRound? Theirs { get; init; }

    /// <summary>Beneath the name of a question: what is asked, the last round's rating, and what somebody else saved meanwhile.</summary>
    public string HintOf(Question question, string? typed)
    {
        var theirs = Theirs?.Answers.FirstOrDefault(a => a.Key == question.Key);
        return string.Join(' ', new[]
        {
            question.Text,
            Sheet.Before(question.Key) is { } before ? $"Last time {before.Value}." : null,
            theirs is not null && $"{theirs.Value}" != typed ? $"Saved meanwhile by somebody else: {theirs.Value?.ToString(CultureInfo.InvariantCulture) ?? "–"}." : null,
        }.OfType<string>());
    }

    /// <summary>The same answers in the order of the questions, whatever was sent.</summary>
    public static RatingAnswer[] Ordered(RoundAnswers typed, RoundSheet sheet) =>
        [.. sheet.Questions.Select(q => Array.Find(typed.Ratings, r => r.Key == q.Key) ?? new RatingAnswer { Key = q.Key })];
}
