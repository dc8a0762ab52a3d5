using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>An organisation's membership in a network, as the form that ends it shows it.</summary>
public static class GetNetworkMembership
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    public sealed record Answer(Guid OrganisationId, string Organisation, string Network, DateOnly? From, EndNetworkMembership.Command Form);

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            access.RequireOffice(null);
            var today = calendar.Today;
            return await (from m in db.NetworkMemberships.Where(m => m.Id == request.Id)
                          join o in db.Organisations on m.OrganisationId equals o.Id
                          join n in db.Networks on m.NetworkId equals n.Id
                          select new Answer(o.Id, o.Name, n.Name, m.From, new EndNetworkMembership.Command { Id = m.Id, Version = m.Version, Day = m.To ?? today }))
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Membership", request.Id);
        }
    }
}
