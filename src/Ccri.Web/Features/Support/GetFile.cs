using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Support;

/// <summary>A file of an activity, for whoever sees the whole activity: it may speak of each territory that had a part in it.</summary>
public static class GetFile
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(Guid ActivityId, Guid Id) : IRequest<StoredFile>;

    public sealed class Handler(CcriDbContext db, Access access, StoredFiles files) : IRequestHandler<Query, StoredFile>
    {
        public async Task<StoredFile> Handle(Query request, CancellationToken cancellationToken)
        {
            var all = db.ActivityTerritories.Where(t => t.ActivityId == request.ActivityId);
            var visible = access.Visible(all);
            var seen = await visible.CountAsync(cancellationToken);
            if (seen > 0 && seen < await all.CountAsync(cancellationToken))
                throw new NotAllowedException("The activity was for other territories as well, and its files may speak of them. Ask the support office for what concerns yours.");
            return seen > 0 && await files.FindAsync(FileOwner.Activity(request.ActivityId), request.Id, cancellationToken) is { } file ? file : throw new NotFoundException("File", request.Id);
        }
    }
}
