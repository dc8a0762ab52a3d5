using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Takes a lead off an objective or an action.</summary>
public static class RemoveLead
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid Id, Guid Version) : IRequest;

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var lead = await db.Leads.SingleOrDefaultAsync(l => l.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Lead", request.Id);
            access.RequireEdit(lead.TerritoryId);
            db.ExpectVersion(lead, request.Version);
            db.Leads.Remove(lead);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
