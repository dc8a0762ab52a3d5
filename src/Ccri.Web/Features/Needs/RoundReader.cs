using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Needs;

/// <summary>A round with the questions as they were worded when it was asked.</summary>
/// <param name="Answers">All questions of the version, in its order; those without an answer, too.</param>
public sealed record ShownRound(AssessmentRound Round, string Questionnaire, int Version, IReadOnlyList<Answered> Answers)
{
    public string Title => $"{Words.Of(Round.Kind)} of {Words.Of(Round.On)}";

    /// <summary>Within a sentence.</summary>
    public string Phrase => $"{Words.Of(Round.Kind).ToLowerInvariant()} of {Words.Of(Round.On)}";
}

/// <summary>What the user may see of the rounds of a territory, oldest first; always with the same number of questions.</summary>
/// <param name="Closed">Those that the territory may not see before it has rated itself.</param>
public sealed record TerritoryRounds(IReadOnlyList<ShownRound> Shown, IReadOnlyList<AssessmentRound> Closed)
{
    public IReadOnlyList<ShownRound> ByOffice { get; } = [.. Shown.Where(r => r.Round.Kind == RoundKind.Office)];
    public IReadOnlyList<ShownRound> BySelf { get; } = [.. Shown.Where(r => r.Round.Kind == RoundKind.Self)];

    /// <summary>The newest self-assessment beside the office's round that belongs to it; the territory is what changes over to it.</summary>
    public (ShownRound Office, ShownRound Self, IReadOnlyList<ComparedAnswer> Answers)? Talk =>
        BySelf.LastOrDefault() is { } self && RoundPairs.PairOf(self.Round, ByOffice.Select(r => r.Round)) is { } pair && ByOffice.FirstOrDefault(r => r.Round.Id == pair.Id) is { } office
            ? (office, self, RoundComparison.Of(office.Answers, self.Answers)) : null;
}

/// <summary>Reads rounds, and keeps from a territory those of the office that would lead its own ratings.</summary>
public sealed class RoundReader(CcriDbContext db, Access access)
{
    public async Task<TerritoryRounds> ReadAsync(Guid territoryId, CancellationToken cancellationToken)
    {
        var rounds = await db.AssessmentRounds.AsNoTracking().Include(r => r.Ratings).Where(r => r.TerritoryId == territoryId).OrderBy(r => r.On).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        var ids = rounds.Select(r => r.VersionId).Distinct().ToList();
        var versions = await (from version in db.QuestionnaireVersions.Where(v => ids.Contains(v.Id))
                              join questionnaire in db.Questionnaires on version.QuestionnaireId equals questionnaire.Id
                              select new { version.Id, version.Number, questionnaire.Name }).ToDictionaryAsync(v => v.Id, cancellationToken);
        var questions = (await db.Questions.AsNoTracking().Where(q => ids.Contains(q.VersionId)).OrderBy(q => q.Number).ToListAsync(cancellationToken)).ToLookup(q => q.VersionId);
        var shown = rounds.Where(r => access.SeesAllWork || RoundPairs.IsOpenToTerritory(r, rounds)).ToList();
        return new TerritoryRounds([.. shown.Select(r => new ShownRound(r, versions[r.VersionId].Name, versions[r.VersionId].Number, AnswersOf(r, questions[r.VersionId])))], [.. rounds.Except(shown)]);
    }

    private static IReadOnlyList<Answered> AnswersOf(AssessmentRound round, IEnumerable<Question> questions)
    {
        var ratings = round.Ratings.ToDictionary(r => r.Key);
        return [.. questions.Select(q => new Answered(q.Key, q.Cluster, q.Name, ratings.GetValueOrDefault(q.Key)?.Value, ratings.GetValueOrDefault(q.Key)?.Evidence))];
    }
}
