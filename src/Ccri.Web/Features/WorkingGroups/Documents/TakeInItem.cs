using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>An item that was left out of the group's report is in it again; once more changes nothing.</summary>
public static class TakeInItem
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command(string Code, Guid Id) : IRequest;

    public sealed class Handler(CcriDbContext db, GroupAccess groups) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var (_, item) = await db.LedItemAsync(groups, request.Code, request.Id, cancellationToken);
            item.TakeIn();
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
