using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>What the form of a new role offers: territories, working groups, and networks for a membership.</summary>
public static class GetRoleChoices
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(Guid OrganisationId) : IRequest<Answer>;

    public sealed record Answer(string Organisation, IReadOnlyList<Choice> Territories, IReadOnlyList<Choice> Groups, IReadOnlyList<Choice> Networks);

    /// <param name="Code">A territory's address, a group's or a network's code.</param>
    public sealed record Choice(string Code, string Name);

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken) => new(
            await db.Organisations.Where(o => o.Id == request.OrganisationId).Select(o => o.Name).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Organisation", request.OrganisationId),
            await db.Territories.OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new Choice(t.Slug, t.Name)).ToListAsync(cancellationToken),
            await db.WorkingGroups.OrderBy(g => g.Name).ThenBy(g => g.Id).Select(g => new Choice(g.Code, g.Name)).ToListAsync(cancellationToken),
            await db.Networks.OrderBy(n => n.Name).ThenBy(n => n.Id).Select(n => new Choice(n.Code, n.Name)).ToListAsync(cancellationToken));
    }
}
