using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>What can be chosen in the forms about a territory.</summary>
public static class GetTerritoryChoices
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(IReadOnlyList<SelectListItem> Countries, IReadOnlyList<SelectListItem> Tiers, IReadOnlyList<SelectListItem> Cohorts, IReadOnlyList<SelectListItem> Networks);

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var countries = await db.Countries.OrderBy(c => c.Name).ThenBy(c => c.Id).Select(c => new SelectListItem(c.Name + " (" + c.Code + ")", c.Code)).ToListAsync(cancellationToken);
            var tiers = await db.Tiers.OrderBy(t => t.Capacity).ThenBy(t => t.Code).Select(t => new SelectListItem(t.Name, t.Code)).ToListAsync(cancellationToken);
            var cohorts = await db.Cohorts.OrderByDescending(c => c.Code).Select(c => new SelectListItem(c.Name, c.Code)).ToListAsync(cancellationToken);
            var networks = await db.Networks.OrderBy(n => n.Name).ThenBy(n => n.Id).Select(n => new SelectListItem(n.Name, n.Code)).ToListAsync(cancellationToken);
            return new Answer(countries, tiers, cohorts, networks);
        }
    }
}
