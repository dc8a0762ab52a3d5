using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>Those who took part read the minutes from here on, and may object.</summary>
public static class CirculateMinutes
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command(Guid Id, Guid Version) : IRequest;

    public sealed class Handler(CcriDbContext db, SessionBook book, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var session = await book.FindAsync(request.Id, cancellationToken);
            db.ExpectVersion(session, request.Version);
            session.Circulate(user.PersonId, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
