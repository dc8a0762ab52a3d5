using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Puts an action back to how it stood before a quick edit, while nobody has saved it since.</summary>
public static class UndoQuickEdit
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid Id, Guid Version, ActionStatus Status, int Percent, DateOnly? DoneOn, DateOnly? Forecast) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Status).IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.Percent).InclusiveBetween(0, 100).WithMessage(c => $"The progress is between 0 and 100 per cent, not {c.Percent}.");
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var action = await db.PlanActions.SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Action", request.Id);
            access.RequireEdit(action.TerritoryId);
            db.ExpectVersion(action, request.Version);
            action.PutBack(new ActionProgress(request.Status, request.Percent, request.DoneOn, request.Forecast), calendar.Today);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
