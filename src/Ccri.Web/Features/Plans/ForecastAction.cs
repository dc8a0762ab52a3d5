using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Plans;

/// <summary>An action is expected to end on another day than planned; empty: as planned.</summary>
public static class ForecastAction
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid Id, DateOnly? Forecast) : IRequest<QuickEdit.Undo>;

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command, QuickEdit.Undo>
    {
        public Task<QuickEdit.Undo> Handle(Command request, CancellationToken cancellationToken) =>
            db.EditActionAsync(access, request.Id, action => Refusal.Try(nameof(request.Forecast), () => action.Expect(request.Forecast, calendar.Today)), cancellationToken);
    }
}
