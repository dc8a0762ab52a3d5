using Ccri.Domain;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Questionnaires;

internal static class QuestionnaireRows
{
    public static async Task<Questionnaire> QuestionnaireAsync(this CcriDbContext db, string code, CancellationToken cancellationToken) =>
        await db.Questionnaires.SingleOrDefaultAsync(q => q.Code == code, cancellationToken) ?? throw new NotFoundException("Questionnaire", code);

    /// <summary>The version that is being edited.</summary>
    /// <exception cref="RuleViolationException">When all are published.</exception>
    public static async Task<QuestionnaireVersion> EditedVersionAsync(this CcriDbContext db, Questionnaire questionnaire, CancellationToken cancellationToken) =>
        await db.QuestionnaireVersions.Include(v => v.Questions).SingleOrDefaultAsync(v => v.QuestionnaireId == questionnaire.Id && v.PublishedAt == null, cancellationToken)
            ?? throw new RuleViolationException("All versions are published, and rounds were asked with them. Begin the next version to change the questions.");

    /// <summary>The keys of all versions: one that meant something else once is never used again.</summary>
    public static async Task<HashSet<string>> KeysAsync(this CcriDbContext db, CancellationToken cancellationToken) =>
        [.. await db.Questions.Select(q => q.Key).Distinct().ToListAsync(cancellationToken)];
}
