using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Ends roles of one person yesterday and gives them to another from today, with everything open that the first has to see to. One save.</summary>
public static class HandOver
{
    /// <param name="Roles">Ids of the roles that go; the others stay.</param>
    /// <param name="WithOwned">Open work goes, too.</param>
    [Allow(Role.Coordinator)]
    public sealed record Command(Guid PersonId, Guid? To, IReadOnlyList<Guid> Roles, bool WithOwned = true) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.To).NotNull().WithMessage("Choose who takes over.")
            .NotEqual(c => c.PersonId).WithMessage("Choose somebody else: these duties are that person's already.");
    }

    public sealed class Handler(CcriDbContext db, LastCoordinator coordinators, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var from = await PersonAsync(request.PersonId, cancellationToken);
            var to = await PersonAsync(request.To!.Value, cancellationToken);
            if (to.DisabledAt is not null)
                throw new RuleViolationException($"{to.Name} is disabled and cannot take anything over.");
            var roles = from.Roles.Where(r => request.Roles.Contains(r.Id) && !(r.To < calendar.Today)).ToList();
            foreach (var role in roles)
                Move(role, to);
            var moved = roles.Count + (request.WithOwned ? await MoveOwnedAsync(from.Id, to, cancellationToken) : 0);
            if (moved == 0)
                throw new RuleViolationException("Nothing is chosen. Tick at least one duty.");
            await coordinators.RequireAnotherAsync(from, cancellationToken, next: to);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }

        private async Task<Person> PersonAsync(Guid id, CancellationToken cancellationToken) =>
            await db.Persons.Include(p => p.Roles).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) ?? throw new NotFoundException("Person", id);

        private void Move(RoleAssignment role, Person to)
        {
            var isToCome = role.From > calendar.Today;
            GiveWhatIsMissing(to, role, isToCome ? role.From!.Value : calendar.Today);
            if (isToCome)
                db.Remove(role); // never counted
            else
                role.EndOn(calendar.Today.AddDays(-1));
        }

        /// <summary>From the first day on the other has the role as long as the one had it. What was before that day is history and stays as it was.</summary>
        private void GiveWhatIsMissing(Person to, RoleAssignment role, DateOnly first)
        {
            var own = to.Roles.Where(r => r.IsSameAs(role) && !(r.To < first) && !(r.From > (role.To ?? DateOnly.MaxValue))).OrderBy(r => r.From ?? DateOnly.MinValue).ToList();
            if (own is [var kept, .. var others])
            {
                var last = own.Append(role).Any(r => r.To is null) ? null : own.Append(role).Max(r => r.To);
                kept.Last(kept.From > first ? first : kept.From, last);
                db.RemoveRange(others.Where(r => r.From > calendar.Today)); // to come, and now part of the first
            }
            else
            {
                var given = new RoleAssignment(role.Role, role.TerritoryId, role.WorkingGroupId, role.SubGroupId);
                given.Last(first, role.To);
                to.Give(given);
                db.Entry(given).State = EntityState.Added;
            }
        }

        private async Task<int> MoveOwnedAsync(Guid from, Person to, CancellationToken cancellationToken)
        {
            var moved = 0;
            foreach (var kind in Owned.Kinds)
            {
                var rows = await kind.OpenOfAsync(db, from, cancellationToken);
                if (rows.Count > 0 && !to.Roles.Any(r => kind.Takers.Contains(r.Role) && r.IsOn(calendar.Today)))
                {
                    throw Refusal.At(nameof(Command.To), kind.Takers.Contains(Role.Territory)
                        ? $"{to.Name} reads for the Commission only, or has no role, and is reminded of nothing. Choose somebody else, or leave the open work where it is."
                        : kind.Takers.Contains(Role.Lead)
                        ? $"{to.Name} leads no working group and cannot see to follow-ups of its sessions. Choose a lead, a support officer or a coordinator, or leave the open work where it is."
                        : $"{to.Name} does not work for the support office and cannot see to follow-ups. Choose a support officer or a coordinator, or leave the open work where it is.");
                }
                foreach (var row in rows)
                    kind.HandOver(row, to.Id);
                moved += rows.Count;
            }
            return moved;
        }
    }
}
