using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>What the form of a new role offers: the territories that the user works for, and the working groups.</summary>
public static class GetRoleChoices
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(Guid OrganisationId) : IRequest<Answer>;

    public sealed record Answer(string Organisation, IReadOnlyList<Choice> Territories, IReadOnlyList<Choice> Groups);

    /// <param name="Code">A territory's address, or a group's code.</param>
    public sealed record Choice(string Code, string Name);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var organisation = await db.Organisations.Where(o => o.Id == request.OrganisationId).Select(o => o.Name).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Organisation", request.OrganisationId);
            var territories = await db.Territories.OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new { t.Id, t.Slug, t.Name }).ToListAsync(cancellationToken);
            var groups = await db.WorkingGroups.OrderBy(g => g.Name).ThenBy(g => g.Id).Select(g => new Choice(g.Code, g.Name)).ToListAsync(cancellationToken);
            return new Answer(organisation, [.. territories.Where(t => access.MayEditForOffice(t.Id)).Select(t => new Choice(t.Slug, t.Name))], access.MayEditForOffice(null) ? groups : []);
        }
    }
}
