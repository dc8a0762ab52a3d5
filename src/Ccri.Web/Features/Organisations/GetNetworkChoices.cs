using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>What the form of a new membership of an organisation offers.</summary>
public static class GetNetworkChoices
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(Guid OrganisationId) : IRequest<Answer>;

    public sealed record Answer(string Organisation, IReadOnlyList<(string Code, string Name)> Networks);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            access.RequireOffice(null);
            var organisation = await db.Organisations.Where(o => o.Id == request.OrganisationId).Select(o => o.Name).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Organisation", request.OrganisationId);
            var networks = await db.Networks.OrderBy(n => n.Name).ThenBy(n => n.Id).Select(n => new { n.Code, n.Name }).ToListAsync(cancellationToken);
            return new Answer(organisation, [.. networks.Select(n => (n.Code, n.Name))]);
        }
    }
}
