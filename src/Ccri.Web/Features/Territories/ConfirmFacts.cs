using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>"Still right": somebody confirms facts of a territory, one or all that a page has shown, as they stand. Answers how many.</summary>
public static class ConfirmFacts
{
    /// <param name="Notes">The notes of the facts.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(string Slug, IReadOnlyList<Guid> Notes) : IRequest<int>;

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            if (user.PersonId is not { } person)
                throw new RuleViolationException("Only somebody who signed in can say that a fact still holds.");
            var id = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireEdit(id);
            var notes = await db.FactNotes.Where(n => n.TerritoryId == id && request.Notes.Contains(n.Id)).ToListAsync(cancellationToken);
            if (notes.Count == 0)
                throw new RuleViolationException("Somebody else has changed this meanwhile. Open the page again and look once more.");
            foreach (var note in notes)
                note.Confirm(person, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            return notes.Count;
        }
    }
}
