using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Milestones;

/// <summary>A milestone that should not be there goes with its moves; versions of the roadmap that hold it stay as they are.</summary>
public static class RemoveMilestone
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid Id) : IRequest;

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var milestone = await db.Milestones.Include(m => m.Moves).SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Milestone", request.Id);
            access.RequireEdit(milestone.TerritoryId);
            db.FactNotes.RemoveRange(await db.FactNotes.Where(n => n.SubjectId == milestone.Id).ToListAsync(cancellationToken));
            db.Milestones.Remove(milestone);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
