using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>"Still right": somebody confirms an organisation, its roles and its networks, as they stand, as far as they are the user's to confirm. Answers how many facts that are.</summary>
public static class ConfirmOrganisation
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command(Guid Id) : IRequest<int>;

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            if (user.PersonId is not { } person)
                throw new RuleViolationException("Only somebody who signed in can say that a fact still holds.");
            var rows = db.Organisations.Where(o => o.Id == request.Id).Select(o => o.Id)
                .Concat(db.OrganisationRoles.NotOverBy(calendar.Today).Where(r => r.OrganisationId == request.Id).Select(r => r.Id))
                .Concat(db.NetworkMemberships.NotOverBy(calendar.Today).Where(m => m.OrganisationId == request.Id).Select(m => m.Id));
            var notes = await db.FactNotes.Where(n => rows.Contains(n.SubjectId)).ToListAsync(cancellationToken);
            if (notes.Count == 0)
                throw new NotFoundException("Organisation", request.Id);
            var mine = notes.FindAll(note => access.MayEditForOffice(note.TerritoryId));
            if (mine.Count == 0)
                access.RequireOffice(null);
            foreach (var note in mine)
                note.Confirm(person, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            return mine.Count;
        }
    }
}
