using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Risks;

/// <summary>It is not over after all.</summary>
public static class ReopenRisk
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid Id) : IRequest;

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var risk = await db.Risks.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Risk", request.Id);
            access.RequireEdit(risk.TerritoryId);
            risk.Reopen();
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
