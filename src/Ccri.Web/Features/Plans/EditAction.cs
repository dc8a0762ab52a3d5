using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Changes an action: what it is, when, for how much, how far it is, and what it is tied to.</summary>
public static class EditAction
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : ActionAnswers, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new ActionAnswersValidator());
    }

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var action = await db.PlanActions.SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Action", request.Id);
            access.RequireEdit(action.TerritoryId);
            db.ExpectVersion(action, request.Version);
            await using var held = await db.HoldAsync<Plan>(action.PlanId, cancellationToken);
            await db.TieAsync(action, request, cancellationToken);
            request.ApplyTo(action, calendar.Today);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
