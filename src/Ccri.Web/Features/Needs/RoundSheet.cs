using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Needs;

/// <summary>What a form for a round shows beside its fields.</summary>
/// <param name="Last">The round before, of the same kind; what it said stands beside each question.</param>
public sealed record RoundSheet(string Slug, string Territory, QuestionnaireVersion Version, string Questionnaire, ShownRound? Last)
{
    public IReadOnlyList<Question> Questions { get; } = [.. Version.Questions.OrderBy(q => q.Number)];

    public Answered? Before(string key) => Last?.Answers.FirstOrDefault(a => a.Key == key && a.Value is not null);

    /// <summary>The answers of a round as far as they are asked again, as if they were typed.</summary>
    public RatingAnswer[] AnswersOf(ShownRound? from) =>
    [
        .. Questions.Select(q => from?.Answers.FirstOrDefault(a => a.Key == q.Key) is { } answered
            ? new RatingAnswer { Key = q.Key, Value = answered.Value, Evidence = answered.Evidence } : new RatingAnswer { Key = q.Key }),
    ];
}

internal static class RoundSheets
{
    /// <summary>Whether it is a self-assessment that has the office's ratings beside it, which the territory sees then.</summary>
    public static bool StandsBesideTheOffice(this AssessmentRound round, IEnumerable<AssessmentRound> rounds) => round.Kind == RoundKind.Self && RoundPairs.PairOf(round, rounds) is not null;

    /// <summary>The version that new rounds are asked with: of all questionnaires the one that was published last.</summary>
    public static async Task<QuestionnaireVersion> NewestVersionAsync(this CcriDbContext db, CancellationToken cancellationToken) =>
        await db.QuestionnaireVersions.AsNoTracking().Include(v => v.Questions).Where(v => v.PublishedAt != null).OrderByDescending(v => v.PublishedAt).ThenByDescending(v => v.Number).ThenBy(v => v.Id).FirstOrDefaultAsync(cancellationToken)
            ?? throw new Domain.RuleViolationException("No questionnaire is published yet. A coordinator publishes one under Questionnaires.");

    public static Task<string> QuestionnaireOfAsync(this CcriDbContext db, QuestionnaireVersion version, CancellationToken cancellationToken) =>
        db.Questionnaires.Where(q => q.Id == version.QuestionnaireId).Select(q => q.Name).SingleAsync(cancellationToken);

    /// <exception cref="FluentValidation.ValidationException">When the questionnaire was replaced while the form was open.</exception>
    public static void RequireAsked(this QuestionnaireVersion newest, Guid shown)
    {
        if (newest.Id != shown)
            throw Refusal.At(nameof(RoundAnswers.Questionnaire), $"The questionnaire was replaced while this form was open: version {newest.Number} is asked now. Your answers stand at the questions that stayed; look through them and save again.");
    }

    /// <summary>The same for a round of the office and for one of the territory itself.</summary>
    public static async Task<Guid> AddRoundAsync(this CcriDbContext db, RoundAnswers answers, Guid territoryId, RoundKind kind, CurrentUser user, DateOnly today, TimeProvider clock, CancellationToken cancellationToken)
    {
        var version = await db.NewestVersionAsync(cancellationToken);
        version.RequireAsked(answers.Questionnaire);
        await answers.RequireFreeDayAsync(db, territoryId, kind, null, cancellationToken);
        AssessmentRound round = null!;
        Refusal.Try(nameof(RoundAnswers.On), () => round = new AssessmentRound(territoryId, version, kind, answers.On!.Value, today));
        answers.Fill(round, version, today);
        round.Record(user.PersonId, clock.GetUtcNow().UtcDateTime);
        db.AssessmentRounds.Add(round);
        await db.SaveChangesAsync(cancellationToken);
        return round.Id;
    }
}
