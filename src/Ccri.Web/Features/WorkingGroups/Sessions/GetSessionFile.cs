using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>A file of a session, for whoever reads the session.</summary>
public static class GetSessionFile
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(Guid SessionId, Guid Id) : IRequest<StoredFile>;

    public sealed class Handler(CcriDbContext db, GroupAccess groups, StoredFiles files) : IRequestHandler<Query, StoredFile>
    {
        public async Task<StoredFile> Handle(Query request, CancellationToken cancellationToken) =>
            await groups.Visible(db.Sessions).AnyAsync(s => s.Id == request.SessionId, cancellationToken)
            && await files.FindAsync(FileOwner.Session(request.SessionId), request.Id, cancellationToken) is { } file ? file : throw new NotFoundException("File", request.Id);
    }
}
