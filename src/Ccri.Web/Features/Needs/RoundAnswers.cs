using Ccri.Domain;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Needs;

/// <summary>What is typed of a round, by whomever.</summary>
public abstract record RoundAnswers
{
    /// <summary>The version of the questionnaire that the form showed.</summary>
    public Guid Questionnaire { get; init; }
    public DateOnly? On { get; init; }
    public string? Respondents { get; init; }
    public string? Note { get; init; }
    public RatingAnswer[] Ratings { get; init; } = [];

    /// <summary>Puts the answers into a round that was asked with that version.</summary>
    public void Fill(AssessmentRound round, QuestionnaireVersion version, DateOnly today)
    {
        if (round.Kind == RoundKind.Self)
            RequireHalf(version);
        Refusal.Try(nameof(On), () => round.Hold(On!.Value, Respondents, Note, today));
        var (questions, refused) = (version.Questions.ToDictionary(q => q.Key), new List<ValidationFailure>());
        foreach (var (index, rating) in Ratings.Index())
        {
            try
            {
                if (questions.TryGetValue(rating.Key, out var question))
                    round.Rate(question, rating.Value, rating.Evidence);
                else
                    refused.Add(new ValidationFailure($"Ratings[{index}].Value", $"“{rating.Key}” is not asked in this round."));
            }
            catch (RuleViolationException rule)
            {
                refused.Add(new ValidationFailure($"Ratings[{index}].Value", rule.Message));
            }
        }
        if (refused.Count > 0)
            throw new ValidationException(refused);
    }

    /// <summary>A territory that rates next to nothing would see the office's ratings for nothing.</summary>
    private void RequireHalf(QuestionnaireVersion version)
    {
        var missing = (version.Questions.Count + 1) / 2 - Ratings.Count(r => r.Value is not null);
        if (missing > 0)
            throw Refusal.At(nameof(Ratings), $"Rate at least half of the questions before you hand it in: {Plural.Of(missing, "rating is", "ratings are")} missing.");
    }

    /// <exception cref="ValidationException">When there is a round of that kind on that day already, which would hide one of the two.</exception>
    public async Task RequireFreeDayAsync(CcriDbContext db, Guid territoryId, RoundKind kind, Guid? except, CancellationToken cancellationToken)
    {
        if (await db.AssessmentRounds.AnyAsync(r => r.TerritoryId == territoryId && r.Kind == kind && r.On == On && r.Id != except, cancellationToken))
            throw Refusal.At(nameof(On), $"There is a round of {Words.Of(On!.Value)} already ({Words.Of(kind).ToLowerInvariant()}). Put that one right, or choose the day on which this one was held.");
    }

    public sealed class Validator : AbstractValidator<RoundAnswers>
    {
        public Validator()
        {
            RuleFor(r => r.On).NotNull().WithMessage("Enter the day of the assessment.");
            RuleFor(r => r.Respondents).Text("Who answered", AssessmentRound.LongestText);
            RuleFor(r => r.Note).Text("The note", AssessmentRound.LongestText);
            RuleFor(r => r.Ratings).Must(ratings => ratings.Any(r => r.Value is not null)).WithMessage("Rate at least one question.");
            RuleFor(r => r.Ratings).Must(ratings => ratings.DistinctBy(r => r.Key).Count() == ratings.Length).WithMessage("A question is answered once.");
            RuleForEach(r => r.Ratings).SetValidator(new RatingValidator());
        }
    }

    private sealed class RatingValidator : AbstractValidator<RatingAnswer>
    {
        public RatingValidator()
        {
            RuleFor(r => r.Value).Must(v => v is null or >= Rating.Lowest and <= Rating.Highest).WithMessage(r => $"A rating is between {Rating.Lowest} and {Rating.Highest}, not {r.Value}.");
            RuleFor(r => r.Value).NotNull().When(r => !string.IsNullOrWhiteSpace(r.Evidence)).WithMessage("Choose the rating that the evidence stands for.");
            RuleFor(r => r.Evidence).Text("The evidence", AssessmentRound.LongestText);
        }
    }
}

public sealed record RatingAnswer
{
    /// <summary>Of the question.</summary>
    public string Key { get; init; } = "";

    /// <summary>0 to 5; empty when nobody could say.</summary>
    public int? Value { get; init; }
    public string? Evidence { get; init; }
}
