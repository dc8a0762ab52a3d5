using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Removes a saved view: an own one, or as a coordinator a shared one of somebody else.</summary>
public static class RemoveFilter
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Command(Guid Id) : IRequest<string>;

    public sealed class Handler(CcriDbContext db, CurrentUser user) : IRequestHandler<Command, string>
    {
        /// <returns>The name it had.</returns>
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            // A view that somebody keeps to themselves is not even known to others.
            var filter = await db.SavedFilters.SingleOrDefaultAsync(f => f.Id == request.Id && (f.IsShared || f.PersonId == user.PersonId), cancellationToken)
                ?? throw new NotFoundException("View", request.Id);
            if (filter.PersonId != user.PersonId && !user.Has(Role.Coordinator))
                throw new NotAllowedException("This view is shared by somebody else. Whoever saved it, or a coordinator, can remove it.");
            db.SavedFilters.Remove(filter);
            await db.SaveChangesAsync(cancellationToken);
            return filter.Name;
        }
    }
}
