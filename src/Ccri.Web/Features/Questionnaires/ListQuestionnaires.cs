using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Questionnaires;

/// <summary>The questionnaires by which needs are assessed, the one that is asked today first.</summary>
public static class ListQuestionnaires
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <param name="Published">The number of the newest published version; empty where there is none.</param>
    /// <param name="Rounds">How many were held with any version of it.</param>
    public sealed record Row(string Code, string Name, int? Published, DateTime? PublishedAt, bool IsBeingEdited, int Questions, int Rounds);

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            var questionnaires = await db.Questionnaires.AsNoTracking().OrderBy(q => q.Name).ThenBy(q => q.Id).ToListAsync(cancellationToken);
            var versions = (await db.QuestionnaireVersions.Select(v => new { v.Id, v.QuestionnaireId, v.Number, v.PublishedAt, Questions = v.Questions.Count, Rounds = db.AssessmentRounds.Count(r => r.VersionId == v.Id) }).ToListAsync(cancellationToken)).ToLookup(v => v.QuestionnaireId);
            return
            [
                .. questionnaires.Select(q =>
                {
                    var newest = versions[q.Id].Where(v => v.PublishedAt is not null).MaxBy(v => v.Number);
                    return new Row(q.Code, q.Name, newest?.Number, newest?.PublishedAt, versions[q.Id].Any(v => v.PublishedAt is null), newest?.Questions ?? 0, versions[q.Id].Sum(v => v.Rounds));
                }).OrderByDescending(r => r.PublishedAt),
            ];
        }
    }
}
