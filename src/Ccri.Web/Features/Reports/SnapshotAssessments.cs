using Ccri.Domain.Needs;
using Ccri.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>How the support office assessed each territory of a snapshot, first and last; a territory's assessment of itself is not reported.</summary>
internal static class SnapshotAssessments
{
    public static async Task<IReadOnlyDictionary<Guid, SnapshotAssessment>> ReadAsync(SnapshotReading read, CancellationToken cancellationToken)
    {
        var (db, of, day) = (read.Db, read.Territories, read.Day);
        var rounds = await db.AssessmentRounds.AsNoTracking().Include(r => r.Ratings).Where(r => r.Kind == RoundKind.Office && r.On <= day && of.Contains(r.TerritoryId)).ToListAsync(cancellationToken);
        if (rounds.Count == 0)
            return new Dictionary<Guid, SnapshotAssessment>();
        var versions = await db.QuestionnaireVersions.AsNoTracking().Include(v => v.Questions).ToDictionaryAsync(v => v.Id, cancellationToken);
        var names = await db.Questionnaires.ToDictionaryAsync(q => q.Id, q => q.Name, cancellationToken);
        return rounds.GroupBy(r => r.TerritoryId).ToDictionary(g => g.Key, g => Of([.. g.OrderBy(r => r.On).ThenBy(r => r.Id)], versions, names));
    }

    private static SnapshotAssessment Of(List<AssessmentRound> rounds, Dictionary<Guid, QuestionnaireVersion> versions, Dictionary<Guid, string> names)
    {
        var (first, last) = (rounds[0], rounds[^1]);
        var version = versions[last.VersionId];
        IReadOnlyList<Answered> before = Answers(first, versions), now = Answers(last, versions);
        return new SnapshotAssessment(names[version.QuestionnaireId], version.Number, rounds.Count > 1 ? first.On : null, last.On, rounds.Count > 1
            ? [.. RoundComparison.Of(before, now).Select(a => new SnapshotAnswer(a.Key, a.Cluster, a.Name, a.Before, a.Now, a.Comparability))]
            : [.. now.Select(a => new SnapshotAnswer(a.Key, a.Cluster, a.Name, null, a.Value, null))]);
    }

    private static List<Answered> Answers(AssessmentRound round, Dictionary<Guid, QuestionnaireVersion> versions)
    {
        var ratings = round.Ratings.ToDictionary(r => r.Key, r => r.Value);
        return [.. versions[round.VersionId].Questions.OrderBy(q => q.Number).Select(q => new Answered(q.Key, q.Cluster, q.Name, ratings.TryGetValue(q.Key, out var value) ? value : null))];
    }
}
