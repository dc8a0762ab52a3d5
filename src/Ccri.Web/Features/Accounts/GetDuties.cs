using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>What a person would hand over, and to whom they could.</summary>
public static class GetDuties
{
    [Allow(Role.Coordinator)]
    public sealed record Query(Guid PersonId) : IRequest<Answer>;

    /// <param name="Roles">Those that have not ended.</param>
    /// <param name="Owned">"3 follow-ups": what goes along with the roles.</param>
    public sealed record Answer(string Name, IReadOnlyList<HeldRole> Roles, IReadOnlyList<string> Owned, IReadOnlyList<Candidate> Candidates);

    public sealed record Candidate(Guid Id, string Name, string Email);

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var one = db.Persons.Where(p => p.Id == request.PersonId);
            var name = await one.Select(p => p.Name).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Person", request.PersonId);
            var roles = (await HeldRole.OfAsync(db, one, calendar.Today, cancellationToken)).Where(r => !r.HasEnded(calendar.Today)).ToList();
            var owned = new List<string>();
            foreach (var kind in Owned.Kinds)
            {
                if (await kind.OpenOfAsync(db, request.PersonId, cancellationToken) is { Count: > 0 } rows)
                    owned.Add(Plural.Of(rows.Count, kind.One, kind.Many));
            }
            var candidates = await db.Persons.Where(p => p.Id != request.PersonId && p.DisabledAt == null)
                .OrderBy(p => p.Name).ThenBy(p => p.Email).Select(p => new Candidate(p.Id, p.Name, p.Email)).ToListAsync(cancellationToken);
            return new Answer(name, roles, owned, candidates);
        }
    }
}
