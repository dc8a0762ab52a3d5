using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>A session that should not be there is removed with its files while its minutes are a draft. The audit keeps it.</summary>
public static class RemoveSession
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command(Guid Id, Guid Version) : IRequest;

    public sealed class Handler(CcriDbContext db, SessionBook book, StoredFiles files) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var session = await book.FindAsync(request.Id, cancellationToken);
            db.ExpectVersion(session, request.Version);
            if (session.State != SessionState.Draft)
                throw new RuleViolationException("Only a draft is removed. Withdraw the minutes first.");
            if (session.Steps.Count > 0)
                throw new RuleViolationException("These minutes were circulated once, so they stay. Put them right instead.");
            db.FactNotes.RemoveRange(await db.FactNotes.Where(n => n.SubjectId == session.Id).ToListAsync(cancellationToken));
            db.Sessions.Remove(session);
            await files.SaveWithoutAsync(FileOwner.Session(session.Id), cancellationToken);
            return Unit.Value;
        }
    }
}
