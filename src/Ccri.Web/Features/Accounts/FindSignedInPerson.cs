using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Features.Accounts;

/// <summary>Who is behind a cookie, and what they may do today; asked on each request, so that a role taken away is gone at once.</summary>
public static class FindSignedInPerson
{
    [Allow(Everybody = true)]
    public sealed record Query(Guid PersonId) : IRequest<Answer?>;

    /// <param name="LacksSecondFactor">A role of today needs one, and there is none yet.</param>
    public sealed record Answer(Guid Id, string Name, IReadOnlyList<ScopedRole> Roles, bool LacksSecondFactor);

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar, IOptions<SecondFactorOptions> required) : IRequestHandler<Query, Answer?>
    {
        public async Task<Answer?> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = calendar.Today;
            var person = await db.Persons.Where(p => p.Id == request.PersonId && p.DisabledAt == null)
                .Select(p => new
                {
                    p.Id,
                    p.Name,
                    Roles = p.Roles.Where(r => (r.From == null || r.From <= today) && (r.To == null || r.To >= today))
                        .Select(r => new ScopedRole(r.Role, r.TerritoryId, r.WorkingGroupId, r.SubGroupId)).ToList(),
                    HasSecondFactor = db.Users.Any(a => a.Id == p.Id && a.TwoFactorEnabled),
                })
                .SingleOrDefaultAsync(cancellationToken);
            return person is null ? null : new Answer(person.Id, person.Name, person.Roles, !person.HasSecondFactor && required.Value.IsRequiredFor(person.Roles.Select(r => r.Role)));
        }
    }
}
