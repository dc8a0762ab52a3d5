using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;

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
            db.Sessions.Remove(session);
            await files.SaveWithoutAsync(FileOwner.Session(session.Id), cancellationToken);
            return Unit.Value;
        }
    }
}
