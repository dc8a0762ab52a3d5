using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Needs;

/// <summary>The address of the territory that the user speaks for; nothing for those who see the work of all.</summary>
public static class GetOwnTerritory
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query : IRequest<string?>;

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, string?>
    {
        public async Task<string?> Handle(Query request, CancellationToken cancellationToken) =>
            access.SeesAllWork ? null : await access.WithVisibleWork(db.Territories).OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => t.Slug).FirstOrDefaultAsync(cancellationToken);
    }
}
