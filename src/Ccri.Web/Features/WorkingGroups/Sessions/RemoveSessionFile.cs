using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>A file is taken from a session; what is in it goes with the last thing that has it.</summary>
public static class RemoveSessionFile
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command(Guid SessionId, Guid Id) : IRequest;

    public sealed class Handler(SessionBook book, StoredFiles files) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            if ((await book.FindAsync(request.SessionId, cancellationToken)).State == SessionState.Final)
                throw new RuleViolationException("The minutes are final, and the files belong to them. Withdraw the minutes first.");
            await files.RemoveAsync(FileOwner.Session(request.SessionId), request.Id, cancellationToken);
            return Unit.Value;
        }
    }
}
