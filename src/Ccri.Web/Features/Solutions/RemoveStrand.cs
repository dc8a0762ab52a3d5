using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Solutions;

/// <summary>A strand of work that should not be there is removed; the audit keeps it.</summary>
public static class RemoveStrand
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid Id) : IRequest;

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var strand = await db.Strands.SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Strand", request.Id);
            access.RequireEdit(strand.TerritoryId);
            db.FactNotes.RemoveRange(await db.FactNotes.Where(n => n.SubjectId == strand.Id).ToListAsync(cancellationToken));
            db.Strands.Remove(strand);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
