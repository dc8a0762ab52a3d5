using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Changes what is said of a plan as a whole; one that is shown with its source names the new one.</summary>
public static class EditPlan
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : PlanFields, IRequest
    {
        public string Code { get; init; } = "";
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new PlanFields.Validator());
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanAsync(request.Code, cancellationToken);
            access.RequireEdit(plan.TerritoryId);
            db.ExpectVersion(plan, request.Version);
            await request.FillAsync(db, plan, cancellationToken);
            var isChanged = db.Entry(plan).Properties.Any(property => property.IsModified);
            var isSourced = await db.FactNotes.AnyAsync(n => n.SubjectId == plan.Id && n.Field == "" && n.Sources.Any(), cancellationToken);
            await db.CiteRowAsync(plan.Id, plan.TerritoryId, isChanged && isSourced, request, user.PersonId, clock.GetUtcNow().UtcDateTime, cancellationToken);
            db.Touch(plan); // also when only its source changed, so that the version tells
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
