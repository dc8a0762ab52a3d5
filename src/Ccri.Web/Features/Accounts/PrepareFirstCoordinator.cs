using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>While no coordinator has ever signed in, there is a link with which the first one does. A new link each time it is asked for.</summary>
public static class PrepareFirstCoordinator
{
    [Allow]
    public sealed record Command(string Email) : IRequest<Link?>;

    /// <param name="Email">Whose link it is: the first coordinator keeps the address they were added with.</param>
    public sealed record Link(string Email, string Address);

    public sealed class Handler(CcriDbContext db, UserManager<Account> accounts, PasswordLink links, IMediator mediator) : IRequestHandler<Command, Link?>
    {
        public async Task<Link?> Handle(Command request, CancellationToken cancellationToken)
        {
            var coordinators = db.Persons.Where(p => p.DisabledAt == null && p.Roles.Any(r => r.Role == Role.Coordinator));
            if (await coordinators.AnyAsync(p => p.LastSignInAt != null, cancellationToken))
                return null;
            var waiting = await coordinators.OrderBy(p => p.CreatedAt).FirstOrDefaultAsync(cancellationToken);
            if (waiting is not null)
                return new Link(waiting.Email, await links.For((await accounts.FindByIdAsync(waiting.Id.ToString()))!));
            var added = await mediator.Send(new AddPerson.Command(request.Email, "First coordinator", Role.Coordinator, null), cancellationToken);
            return added.Link is null ? null : new Link(request.Email, added.Link);
        }
    }
}
