using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Removes a piece of money that was entered by mistake; one that came to nothing is rejected instead.</summary>
public static class RemoveFundingLine
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var line = await db.FundingLines.SingleOrDefaultAsync(l => l.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Funding line", request.Id);
            access.RequireEdit(line.TerritoryId);
            db.ExpectVersion(line, request.Version);
            db.FundingLines.Remove(line);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
