using Ccri.Domain.Accounts;
using Ccri.Domain.Findings;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Findings;

/// <summary>One finding with why it is one; or that there is none of the kind any more.</summary>
public static class GetFinding
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(FindingKind Kind, Guid SubjectId) : IRequest<Answer>;

    /// <param name="Found">Empty when its cause was mended.</param>
    /// <param name="MayAccept">Whether to show what accepts it; the message asks again.</param>
    public sealed record Answer(FindingKind Kind, ShownFinding? Found, string Territory, string Slug, bool MayAccept);

    public sealed class Handler(CcriDbContext db, Access access, FindingReader findings) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var id = await findings.TerritoryOfAsync(request.Kind, request.SubjectId, cancellationToken);
            access.RequireReadOfWork(id);
            var territory = await db.Territories.Where(t => t.Id == id).Select(t => new { t.Name, t.Slug }).SingleAsync(cancellationToken);
            return new Answer(request.Kind, await findings.FindAsync(request.Kind, request.SubjectId, id, cancellationToken), territory.Name, territory.Slug, access.MayEditForOffice(id));
        }
    }
}
