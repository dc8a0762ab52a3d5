using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Findings;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Findings;

/// <summary>Takes back that a finding was accepted, for any facts: it is open again. The audit keeps that it was.</summary>
public static class TakeBackAcceptance
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command(FindingKind Kind, Guid SubjectId) : IRequest;

    public sealed class Handler(CcriDbContext db, Access access, FindingReader findings) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await findings.TerritoryOfAsync(request.Kind, request.SubjectId, cancellationToken);
            access.RequireOffice(territory);
            await using var held = await db.HoldAsync<Territory>(territory, cancellationToken); // of two who take it back at once, the second is told
            var rule = Finding.RuleOf(request.Kind);
            var given = await db.Acceptances.Where(a => a.SubjectId == request.SubjectId && a.Rule == rule).ToListAsync(cancellationToken);
            if (given.Count == 0)
                throw new RuleViolationException("Nobody has accepted it, or somebody took it back already.");
            db.Acceptances.RemoveRange(given);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
