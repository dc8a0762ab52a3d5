using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>"Still right": somebody confirms one fact of a territory, or all of them, as they stand. Answers how many.</summary>
public static class ConfirmFacts
{
    /// <param name="Fact">The note of one fact; empty for everything that the page of the territory shows with a source.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(string Slug, Guid? Fact) : IRequest<int>;

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            if (user.PersonId is not { } person)
                throw new RuleViolationException("Only somebody who signed in can say that a fact still holds.");
            var id = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireEdit(id);
            var notes = await db.FactNotes.Where(n => n.TerritoryId == id && (request.Fact == null || n.Id == request.Fact)).ToListAsync(cancellationToken);
            if (notes.Count == 0)
                throw new NotFoundException("Fact", request.Fact?.ToString() ?? request.Slug);
            foreach (var note in notes)
                note.Confirm(person, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            return notes.Count;
        }
    }
}
