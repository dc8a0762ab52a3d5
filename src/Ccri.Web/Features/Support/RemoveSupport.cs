using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Support;

/// <summary>An activity that should not be there is removed with its files; what only it served is open again. The audit keeps it.</summary>
public static class RemoveSupport
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command(Guid Id, Guid Version) : IRequest;

    public sealed class Handler(CcriDbContext db, SupportBook book, StoredFiles files) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var activity = await book.FindAsync(request.Id, cancellationToken);
            db.ExpectVersion(activity, request.Version);
            await book.LeaveAsync(activity.Id, [.. activity.Needs.Select(s => s.NeedId)], cancellationToken);
            await book.DropExceptionsAsync(activity.Id, onlyOf: null, cancellationToken);
            db.SupportActivities.Remove(activity);
            await files.SaveWithoutAsync(FileOwner.Activity(activity.Id), cancellationToken);
            return Unit.Value;
        }
    }
}
