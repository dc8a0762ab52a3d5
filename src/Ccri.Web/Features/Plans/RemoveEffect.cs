using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Takes an expected effect off an action or an investment project.</summary>
public static class RemoveEffect
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid Id, Guid Version) : IRequest;

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var effect = await db.Effects.SingleOrDefaultAsync(e => e.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Effect", request.Id);
            access.RequireEdit(effect.TerritoryId);
            db.ExpectVersion(effect, request.Version);
            db.Effects.Remove(effect);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
