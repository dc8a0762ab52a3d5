using Ccri.Domain.Accounts;
using Ccri.Domain.Files;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Support;

/// <summary>A file of an activity, for whoever sees the whole activity: it may speak of each territory that had a part in it.</summary>
public static class GetFile
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(Guid ActivityId, Guid Id) : IRequest<Answer>;

    public sealed record Answer(string Name, FileKind Kind, byte[] Bytes);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var all = db.ActivityTerritories.Where(t => t.ActivityId == request.ActivityId);
            var visible = access.Visible(all);
            var seen = await visible.CountAsync(cancellationToken);
            if (seen > 0 && seen < await all.CountAsync(cancellationToken))
                throw new NotAllowedException("The activity was for other territories as well, and its files may speak of them. Ask the support office for what concerns yours.");
            return await (from f in db.AttachedFiles.Where(f => f.Id == request.Id && f.ActivityId == request.ActivityId && visible.Any())
                          join c in db.FileContents on f.Sha256 equals c.Sha256
                          select new Answer(f.Name, f.Kind, c.Bytes)).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("File", request.Id);
        }
    }
}
