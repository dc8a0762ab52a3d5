using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Features.Accounts;

/// <summary>The own account of whoever is signed in.</summary>
public static class GetMyself
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(Guid Id, Guid Version, string Name, string Email, DateTime? LastSignInAt, bool HasSecondFactor, int RecoveryCodesLeft)
    {
        public IReadOnlyList<HeldRole> Roles { get; init; } = [];

        /// <summary>A role of today demands a second factor.</summary>
        public bool NeedsSecondFactor { get; init; }
    }

    public sealed class Handler(CcriDbContext db, CurrentUser user, ProgrammeCalendar calendar, IOptions<SecondFactorOptions> required) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var self = db.Persons.Where(p => p.Id == user.PersonId);
            var answer = await self.Select(p => new Answer(p.Id, p.Version, p.Name, p.Email, p.LastSignInAt,
                db.Users.Any(a => a.Id == p.Id && a.TwoFactorEnabled), db.RecoveryCodes.Count(c => c.AccountId == p.Id))).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Account", user.Name);
            return answer with
            {
                Roles = [.. (await HeldRole.OfAsync(db, self, calendar.Today, cancellationToken)).Where(r => !r.HasEnded(calendar.Today))],
                NeedsSecondFactor = required.Value.IsRequiredFor(user.Roles.Select(r => r.Role)),
            };
        }
    }
}
