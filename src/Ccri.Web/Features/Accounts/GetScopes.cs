using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>The territories and groups that a role can be limited to.</summary>
public static class GetScopes
{
    [Allow(Role.Coordinator)]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(IReadOnlyList<Scope> Territories, IReadOnlyList<Scope> Groups);

    /// <param name="Key">Slug or code.</param>
    public sealed record Scope(string Key, string Name);

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken) => new(
            await db.Territories.OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new Scope(t.Slug, t.Name)).ToListAsync(cancellationToken),
            await db.WorkingGroups.OrderBy(g => g.Code).Select(g => new Scope(g.Code, g.Name)).ToListAsync(cancellationToken));
    }
}
