using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>Erases a contact: the row goes, and wherever the register, its mails or its audit name the contact, a pseudonym takes the place or the text goes.</summary>
public static class EraseContact
{
    [Allow(Role.Coordinator)]
    public sealed record Command : IRequest<string>
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }

        /// <summary>The name once more, typed.</summary>
        public string? Confirmation { get; init; }
    }

    public sealed class Handler(CcriDbContext db, Erasure erasure) : IRequestHandler<Command, string>
    {
        /// <returns>What stands in texts now.</returns>
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Contact", request.Id);
            if (!string.Equals(request.Confirmation?.Trim(), contact.Name, StringComparison.OrdinalIgnoreCase))
                throw Refusal.At(nameof(Command.Confirmation), $"Type the name of the contact, {contact.Name}, to confirm. This cannot be undone.");
            db.ExpectVersion(contact, request.Version);
            await RequireNobodyWhoSignsInAsync(contact.Name, contact.Email, cancellationToken);
            var code = await erasure.FreeCodeAsync(cancellationToken);
            var pseudonym = new Pseudonym(contact.Name, contact.Email, $"Former contact {code}", $"former-{code}@invalid");
            await erasure.CarryOutAsync(pseudonym, async () =>
            {
                // The same address is the same contact, at another place.
                db.Contacts.RemoveRange(await db.Contacts.Where(c => c.Id == contact.Id || contact.Email != null && c.Email == contact.Email).ToListAsync(cancellationToken));
            }, cancellationToken);
            return pseudonym.Name;
        }

        /// <summary>Names are replaced wherever they stand: also where they are those of somebody who signs in.</summary>
        private async Task RequireNobodyWhoSignsInAsync(string name, string? email, CancellationToken cancellationToken)
        {
            var persons = await db.Persons.Select(p => new { p.Name, p.Email }).ToListAsync(cancellationToken); // compared here: SQLite knows no capitals but A to Z
            if (persons.Exists(p => p.Email == email || p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                throw new RuleViolationException($"{name} is also somebody under “People”, by the name or the address. If it is the same person, erase them there: that covers the contact with the "
                    + "same address. If not, make the name or the address of this contact another one first, so that the two are told apart.");
        }
    }
}
