using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Sets from a list when the next decision on a project is due; empty when none is awaited.</summary>
public static class MoveGate
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid Id, DateOnly? NextGate) : IRequest;

    private const int Tries = 5;

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var project = await db.InvestmentProjects.SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Project", request.Id);
            access.RequireEdit(project.TerritoryId);
            for (var tries = 1; ; tries++)
            {
                project.Decide(request.NextGate);
                try
                {
                    await db.SaveChangesAsync(cancellationToken);
                    return Unit.Value;
                }
                catch (DbUpdateConcurrencyException) when (tries < Tries)
                {
                    await db.Entry(project).ReloadAsync(cancellationToken); // another field changed meanwhile: that is no reason to refuse this one
                    if (db.Entry(project).State == EntityState.Detached)
                        throw new NotFoundException("Project", request.Id);
                }
            }
        }
    }
}
