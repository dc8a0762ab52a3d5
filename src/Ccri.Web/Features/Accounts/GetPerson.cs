using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>One person, as a coordinator sees them.</summary>
public static class GetPerson
{
    [Allow(Role.Coordinator)]
    public sealed record Query(Guid PersonId) : IRequest<Answer>;

    public sealed record Answer(Guid Id, string Name, string Email, DateTime CreatedAt, DateTime? LastSignInAt, DateTime? DisabledAt, DateTime? ErasedAt)
    {
        public bool HasPassword { get; init; }
        public bool HasSecondFactor { get; init; }

        /// <summary>It is whoever asks.</summary>
        public bool IsMe { get; init; }
        public IReadOnlyList<HeldRole> Roles { get; init; } = [];
    }

    public sealed class Handler(CcriDbContext db, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var one = db.Persons.Where(p => p.Id == request.PersonId);
            var person = await one.Select(p => new Answer(p.Id, p.Name, p.Email, p.CreatedAt, p.LastSignInAt, p.DisabledAt, p.ErasedAt)
            {
                HasPassword = db.Users.Any(a => a.Id == p.Id && a.PasswordHash != null),
                HasSecondFactor = db.Users.Any(a => a.Id == p.Id && a.TwoFactorEnabled),
            }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Person", request.PersonId);
            return person with { IsMe = person.Id == user.PersonId, Roles = await HeldRole.OfAsync(db, one, calendar.Today, cancellationToken) };
        }
    }
}
