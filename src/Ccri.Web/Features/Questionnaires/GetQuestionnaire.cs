using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Questionnaires;

/// <summary>A questionnaire with all its versions, newest first: how each asks, and what is other than before.</summary>
public static class GetQuestionnaire
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(string Code) : IRequest<Answer>;

    public sealed record Answer(Questionnaire Questionnaire, IReadOnlyList<ShownVersion> Versions, bool MayEdit)
    {
        /// <summary>The one that is being edited; empty where the next one has not been begun.</summary>
        public ShownVersion? Edited => Versions.FirstOrDefault(v => !v.Version.IsPublished);
    }

    /// <param name="Rounds">How many were held with it.</param>
    public sealed record ShownVersion(QuestionnaireVersion Version, int Rounds, ShownVersion? Before)
    {
        public IReadOnlyList<Question> Questions { get; } = [.. Version.Questions.OrderBy(q => q.Number)];

        /// <summary>Whether the version before does not ask it: answers cannot be compared.</summary>
        public bool IsNew(Question question) => Before is not null && Before.Questions.All(q => q.Key != question.Key);

        /// <summary>What the version before asked and this one does not.</summary>
        public IReadOnlyList<Question> Gone => Before is null ? [] : [.. Before.Questions.Where(q => Questions.All(now => now.Key != q.Key))];
    }

    public sealed class Handler(CcriDbContext db, CurrentUser user) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var questionnaire = await db.QuestionnaireAsync(request.Code, cancellationToken);
            var versions = await db.QuestionnaireVersions.AsNoTracking().Include(v => v.Questions).Where(v => v.QuestionnaireId == questionnaire.Id).OrderBy(v => v.Number).ToListAsync(cancellationToken);
            var rounds = await db.AssessmentRounds.GroupBy(r => r.VersionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            var shown = new List<ShownVersion>();
            foreach (var version in versions)
                shown.Add(new ShownVersion(version, rounds.GetValueOrDefault(version.Id), shown.LastOrDefault()));
            return new Answer(questionnaire, [.. shown.AsEnumerable().Reverse()], user.Has(Role.Coordinator));
        }
    }
}
