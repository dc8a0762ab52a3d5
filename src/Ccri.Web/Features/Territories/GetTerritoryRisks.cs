using Ccri.Domain.Accounts;
using Ccri.Domain.Risks;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>The gravest open risks and issues of one territory, and how many there are.</summary>
public static class GetTerritoryRisks
{
    public const int Gravest = 3;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Slug) : IRequest<Answer>;

    public sealed record Answer(int Open, int Closed, IReadOnlyList<Risk> First);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var id = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireReadOfWork(id);
            var open = await db.Risks.AsNoTracking().Where(r => r.TerritoryId == id && r.ClosedOn == null).OrderBy(r => r.Id).ToListAsync(cancellationToken);
            return new Answer(open.Count, await db.Risks.CountAsync(r => r.TerritoryId == id && r.ClosedOn != null, cancellationToken),
                [.. open.OrderByDescending(r => r.Weight).ThenBy(r => r.RaisedOn).ThenBy(r => r.Id).Take(Gravest)]);
        }
    }
}
