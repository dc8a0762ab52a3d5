using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>What the forms need that only the office sends: tier, name, withdrawal, cohorts. Who may not send them does not get them either.</summary>
public static class GetOfficeForm
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(string Slug) : IRequest<Answer>;

    public sealed record Answer(string Name, Guid Version, bool IsCoordinator, IReadOnlyList<SelectListItem> Tiers, IReadOnlyList<SelectListItem> Cohorts, IReadOnlyList<SelectListItem> Countries);

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, IMediator mediator) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => new { t.Id, t.Name, t.Version }).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireOffice(territory.Id);
            var choices = await mediator.Send(new GetTerritoryChoices.Query(), cancellationToken);
            return new Answer(territory.Name, territory.Version, user.Has(Role.Coordinator), choices.Tiers, choices.Cohorts, choices.Countries);
        }
    }
}
