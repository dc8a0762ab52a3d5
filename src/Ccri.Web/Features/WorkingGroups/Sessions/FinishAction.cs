using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>A follow-up of a session is done, or was not after all: said by whoever is to do it, or writes in the group.</summary>
public static class FinishAction
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid Id, bool IsDone) : IRequest<string>;

    /// <summary>Answers what it was.</summary>
    public sealed class Handler(CcriDbContext db, GroupAccess groups, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            var item = await db.SessionItems.SingleOrDefaultAsync(i => i.Id == request.Id && i.Kind == ItemKind.Action, cancellationToken) ?? throw new NotFoundException("Follow-up", request.Id);
            var isOwn = item.OwnerId is { } owner && owner == user.PersonId;
            var session = await (isOwn ? db.Sessions : groups.Visible(db.Sessions)).Where(s => s.Id == item.SessionId).Select(s => new { s.WorkingGroupId, s.SubGroupId }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Follow-up", request.Id);
            if (!groups.MayFinish(session.WorkingGroupId, session.SubGroupId, item.OwnerId, item.OwnerTerritoryId))
                throw new NotAllowedException("A follow-up is done by whoever took it on, or by the lead of the working group.");
            if (request.IsDone)
                item.Finish(clock.GetUtcNow().UtcDateTime);
            else
                item.Reopen();
            await db.SaveChangesAsync(cancellationToken);
            return item.Text;
        }
    }
}
