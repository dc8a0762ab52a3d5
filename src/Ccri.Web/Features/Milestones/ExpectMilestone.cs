using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Milestones;

/// <summary>Another day on which it is expected, given in a list; empty: as agreed.</summary>
public static class ExpectMilestone
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid Id, DateOnly? Forecast) : IRequest;

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var milestone = await db.Milestones.SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Milestone", request.Id);
            access.RequireEdit(milestone.TerritoryId);
            Refusal.Try(nameof(Command.Forecast), () => milestone.Expect(request.Forecast, null, user.PersonId, clock.GetUtcNow().UtcDateTime, calendar.Today));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
