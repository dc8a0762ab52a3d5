using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>In a demonstration anybody may look around as one of the five roles. Anywhere else this does not exist.</summary>
public static class LookAround
{
    [Allow(Everybody = true)]
    public sealed record Command(Role Role) : IRequest;

    public sealed class Handler(CcriDbContext db, SignInManager<Account> signIn, IHostEnvironment environment, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!environment.IsEnvironment(DemonstrationSite.Environment))
                throw new NotFoundException("Page", "look around");
            var now = clock.GetUtcNow().UtcDateTime;
            var email = $"demo.{request.Role.ToString().ToLowerInvariant()}@example.org";
            if (!await db.Persons.AnyAsync(p => p.Email == email, cancellationToken))
                await CreateAsync(request.Role, email, now, cancellationToken);
            var id = await db.Persons.Where(p => p.Email == email).Select(p => p.Id).SingleAsync(cancellationToken);
            await signIn.SignInAsync((await signIn.UserManager.FindByIdAsync(id.ToString()))!, isPersistent: false);
            return Unit.Value;
        }

        private async Task CreateAsync(Role role, string email, DateTime now, CancellationToken cancellationToken)
        {
            var person = new Person($"Demo {Words.Of(role).ToLowerInvariant()}", email, now);
            var first = role switch
            {
                Role.Territory => new RoleAssignment(role, territoryId: await db.Territories.OrderBy(t => t.IsPlaceholder).ThenBy(t => t.Slug).Select(t => t.Id).FirstAsync(cancellationToken)),
                Role.Lead => new RoleAssignment(role, workingGroupId: await db.WorkingGroups.OrderBy(g => g.Code).Select(g => g.Id).FirstAsync(cancellationToken)),
                _ => new RoleAssignment(role),
            };
            person.Give(first);
            db.Persons.Add(person);
            person.SignedIn(now);
            await signIn.UserManager.CreateAsync(new Account(person.Id, email));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear(); // somebody else pressed the same button a moment ago: there is such a person now
            }
        }
    }
}
