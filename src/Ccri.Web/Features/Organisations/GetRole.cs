using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>A role as its form shows it.</summary>
public static class GetRole
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <param name="Of">The territory or working group that it is for; empty when it is for the initiative as a whole.</param>
    /// <param name="IsOver">Its last day has passed.</param>
    public sealed record Answer(Guid OrganisationId, string Organisation, OrganisationRoleKind Kind, string? Of, bool IsOver, EditRole.Command Form);

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var role = await db.OrganisationRoles.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Role", request.Id);
            access.RequireOffice(role.TerritoryId);
            var organisation = await db.Organisations.Where(o => o.Id == role.OrganisationId).Select(o => o.Name).SingleAsync(cancellationToken);
            var territory = await db.Territories.Where(t => t.Id == role.TerritoryId).Select(t => t.Name).SingleOrDefaultAsync(cancellationToken);
            var group = await db.WorkingGroups.Where(g => g.Id == role.WorkingGroupId).Select(g => g.Name).SingleOrDefaultAsync(cancellationToken);
            return new Answer(role.OrganisationId, organisation, role.Kind, territory ?? group, role.To < calendar.Today,
                new EditRole.Command { Id = role.Id, Version = role.Version, Unit = role.Unit, From = role.From, To = role.To });
        }
    }
}
