using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Adds a person with one role, or gives a person who is known another one. Who has no password yet gets a link by mail.</summary>
public static class AddPerson
{
    /// <param name="Scope">Slug of a territory for an officer or territory contact, a group or sub-group for a lead, as <see cref="GroupScope"/> spells it; empty for everything.</param>
    [Allow(Role.Coordinator)]
    public sealed record Command(string Email, string? Name, Role Role, string? Scope, DateOnly? From = null, DateOnly? To = null) : IRequest<Outcome>;

    /// <param name="Link">Where the person chooses a password; empty when they have one.</param>
    public sealed record Outcome(Guid PersonId, string? Link);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).IsAnAddress();
            RuleFor(c => c.Name).FitsAName();
        }
    }

    public sealed class Handler(CcriDbContext db, UserManager<Account> accounts, PasswordLink links, TimeProvider clock) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var email = Person.Address(request.Email);
            var person = await db.Persons.Include(p => p.Roles).SingleOrDefaultAsync(p => p.Email == email, cancellationToken);
            var assignment = await Assignment(request, cancellationToken);
            if (person is null)
            {
                person = new Person(string.IsNullOrWhiteSpace(request.Name) ? email[..email.IndexOf('@')] : request.Name, email, now);
                db.Persons.Add(person);
            }
            if (person.DisabledAt is not null)
                throw new RuleViolationException($"{person.Email} is disabled. A disabled person gets no new roles.");
            assignment.Last(request.From, request.To);
            person.Give(assignment);
            db.Entry(assignment).State = EntityState.Added;

            var account = await accounts.FindByIdAsync(person.Id.ToString()) ?? await Create(person);
            var link = account.PasswordHash is null ? await links.For(account) : null;
            if (link is not null)
                db.MailMessages.Add(AccountMail.Invitation(person, link, now));
            await db.SaveChangesAsync(cancellationToken);
            return new Outcome(person.Id, link);
        }

        private async Task<RoleAssignment> Assignment(Command request, CancellationToken cancellationToken)
        {
            if (string.IsNullOrWhiteSpace(request.Scope))
                return new RoleAssignment(request.Role);
            if (request.Role == Role.Lead)
            {
                var scope = GroupScope.Of(request.Scope);
                var group = await db.WorkingGroups.SingleOrDefaultAsync(g => g.Code == scope.Code, cancellationToken) ?? throw new NotFoundException("Working group", scope.Code);
                return new RoleAssignment(request.Role, workingGroupId: group.Id, subGroupId: await SubGroupAsync(group.Id, scope.SubGroup, cancellationToken));
            }
            var territory = await db.Territories.SingleOrDefaultAsync(t => t.Slug == request.Scope, cancellationToken) ?? throw new NotFoundException("Territory", request.Scope);
            return new RoleAssignment(request.Role, territoryId: territory.Id);
        }

        private async Task<Guid?> SubGroupAsync(Guid groupId, string? part, CancellationToken cancellationToken)
        {
            if (part is null)
                return null;
            var id = Guid.TryParse(part, out var known) ? known : Guid.Empty;
            return (await db.SubGroups.SingleOrDefaultAsync(s => s.WorkingGroupId == groupId && (s.Id == id || s.Name == part), cancellationToken) ?? throw new NotFoundException("Sub-group", part)).Id;
        }

        private async Task<Account> Create(Person person)
        {
            var account = new Account(person.Id, person.Email);
            var created = await accounts.CreateAsync(account);
            return created.Succeeded ? account : throw new RuleViolationException(string.Join(" ", created.Errors.Select(e => e.Description)));
        }
    }
}
