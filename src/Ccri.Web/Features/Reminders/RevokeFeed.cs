using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>From now on the address of a feed finds nothing.</summary>
public static class RevokeFeed
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid Id) : IRequest;

    public sealed class Handler(CcriDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var feed = await db.CalendarFeeds.SingleOrDefaultAsync(f => f.Id == request.Id && f.PersonId == user.PersonId, cancellationToken) ?? throw new NotFoundException("Feed", request.Id);
            feed.Revoke(clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
