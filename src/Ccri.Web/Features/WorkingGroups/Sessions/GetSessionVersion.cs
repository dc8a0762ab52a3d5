using System.Text;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>A session as it was before somebody put it right, for those who read drafts.</summary>
public static class GetSessionVersion
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(Guid Id, int Number) : IRequest<Answer>;

    /// <param name="Topic">As it is now.</param>
    /// <param name="Next">As it was after it: the next kept version, else as it is now.</param>
    public sealed record Answer(SessionSheet Sheet, string Topic, SessionSheet Next, GetSession.KeptVersion Version)
    {
        /// <summary>What was put right, in words.</summary>
        public IReadOnlyList<string> Changes => SessionChanges.Between(Sheet, Next);
    }

    public sealed class Handler(CcriDbContext db, SessionReader reader) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = await reader.FindAsync(request.Id, cancellationToken);
            var kept = await db.MinutesVersions.AsNoTracking().Where(v => v.SessionId == now.Id && v.Number >= request.Number).OrderBy(v => v.Number).Take(2).ToListAsync(cancellationToken);
            if (kept.Count == 0 || kept[0].Number != request.Number)
                throw new NotFoundException("Version", request.Number);
            var who = await db.Persons.Where(p => p.Id == kept[0].PersonId).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken);
            return new Answer(Read(kept[0].Picture), now.Topic, kept.Count > 1 ? Read(kept[1].Picture) : now, new GetSession.KeptVersion(kept[0].Number, kept[0].Reason, who, kept[0].At));
        }

        private static SessionSheet Read(string picture) => CanonicalJson.Read<SessionSheet>(Encoding.UTF8.GetBytes(picture));
    }
}
