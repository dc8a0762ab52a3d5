using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Questionnaires;

/// <summary>Begins the next version of a questionnaire, with the same questions; answers its number.</summary>
public static class BeginVersion
{
    [Allow(Role.Coordinator)]
    public sealed record Command(string Code) : IRequest<int>;

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            var questionnaire = await db.QuestionnaireAsync(request.Code, cancellationToken);
            var newest = await db.QuestionnaireVersions.Include(v => v.Questions).Where(v => v.QuestionnaireId == questionnaire.Id).OrderByDescending(v => v.Number).FirstAsync(cancellationToken);
            var next = newest.Next();
            db.QuestionnaireVersions.Add(next);
            await db.SaveChangesAsync(cancellationToken);
            return next.Number;
        }
    }
}
