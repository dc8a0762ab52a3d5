using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Needs;

/// <summary>A need that was met, not met or dropped is open again.</summary>
public static class ReopenNeed
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command(string Slug, int Number, Guid Version) : IRequest;

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            access.RequireOffice(territory.Id);
            var need = await db.Needs.NumberedAsync(territory.Id, request.Number, cancellationToken);
            db.ExpectVersion(need, request.Version);
            need.Reopen(await db.ServedNeeds.AnyAsync(s => s.NeedId == need.Id, cancellationToken));
            db.NeedSteps.Add(new NeedStep(need, NeedStepKind.Reopened, calendar.Today, null, user.PersonId, clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
