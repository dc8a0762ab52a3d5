using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Solutions;

/// <summary>Takes back the phase that was entered last, when it was recorded by mistake.</summary>
public static class LeavePhase
{
    /// <param name="Version">Of the solution as it was shown: taken back twice would take back the one before, too.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(string Code, Guid Version) : IRequest;

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var solution = await db.Solutions.Include(s => s.Phases).ByCodeAsync(request.Code, cancellationToken);
            access.RequireEdit(solution.TerritoryId);
            db.ExpectVersion(solution, request.Version);
            solution.LeavePhase();
            db.Touch(solution); // also when the phase before is the same
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
