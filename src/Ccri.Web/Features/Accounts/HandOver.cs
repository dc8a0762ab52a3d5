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

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Command>
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
            var moved = roles.Count + (request.WithOwned ? await MoveOwnedAsync(from.Id, to.Id, cancellationToken) : 0);
            if (moved == 0)
                throw new RuleViolationException("Nothing is chosen. Tick at least one duty.");
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }

        private async Task<Person> PersonAsync(Guid id, CancellationToken cancellationToken) =>
            await db.Persons.Include(p => p.Roles).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) ?? throw new NotFoundException("Person", id);

        private void Move(RoleAssignment role, Person to)
        {
            var (today, end) = (calendar.Today, role.To);
            var isToCome = role.From > today;
            if (to.Roles.FirstOrDefault(r => r.IsSameAs(role) && r.Overlaps(role)) is { } own)
            {
                if (own.To is not null && (end is null || end > own.To))
                    own.Last(own.From, end); // has it already, and now as long as the other had
            }
            else
            {
                var given = new RoleAssignment(role.Role, role.TerritoryId, role.WorkingGroupId);
                given.Last(isToCome ? role.From : today, end);
                to.Give(given);
                db.Entry(given).State = EntityState.Added;
            }
            if (isToCome)
                db.Remove(role); // never counted
            else
                role.EndOn(today.AddDays(-1));
        }

        private async Task<int> MoveOwnedAsync(Guid from, Guid to, CancellationToken cancellationToken)
        {
            var moved = 0;
            foreach (var kind in Owned.Kinds)
            {
                foreach (var row in await kind.OpenOfAsync(db, from, cancellationToken))
                {
                    kind.HandOver(row, to);
                    moved++;
                }
            }
            return moved;
        }
    }
}
