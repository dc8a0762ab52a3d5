using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Who is behind a cookie, and what they may do today; asked on each request, so that a role taken away is gone at once.</summary>
public static class FindSignedInPerson
{
    [Allow(Everybody = true)]
    public sealed record Query(Guid PersonId) : IRequest<Answer?>;

    public sealed record Answer(Guid Id, string Name, IReadOnlyList<ScopedRole> Roles);

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer?>
    {
        public async Task<Answer?> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = calendar.Today;
            return await db.Persons.Where(p => p.Id == request.PersonId && p.DisabledAt == null)
                .Select(p => new Answer(p.Id, p.Name, p.Roles
                    .Where(r => (r.From == null || r.From <= today) && (r.To == null || r.To >= today))
                    .Select(r => new ScopedRole(r.Role, r.TerritoryId, r.WorkingGroupId)).ToList()))
                .SingleOrDefaultAsync(cancellationToken);
        }
    }
}
