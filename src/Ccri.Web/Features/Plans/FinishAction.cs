using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Plans;

/// <summary>An action is done, today; the form of the action says another day.</summary>
public static class FinishAction
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid Id) : IRequest<QuickEdit.Undo>;

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command, QuickEdit.Undo>
    {
        public Task<QuickEdit.Undo> Handle(Command request, CancellationToken cancellationToken) =>
            db.EditActionAsync(access, request.Id, action => action.Finish(action.DoneOn ?? calendar.Today, calendar.Today), cancellationToken);
    }
}
