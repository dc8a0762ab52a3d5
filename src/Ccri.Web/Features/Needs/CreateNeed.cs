using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Needs;

/// <summary>Adds a need of a territory; answers its number.</summary>
public static class CreateNeed
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : NeedFields, IRequest<int>
    {
        /// <summary>The territory's part of its address.</summary>
        public string Slug { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new NeedFields.Validator());
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, DimensionReader dimensions, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            access.RequireEdit(territory.Id);
            var need = new Need(territory.Id, await db.NextNumberAsync(territory.Id, cancellationToken), request.Dimension!, request.Statement!, calendar.Today);
            request.Fill(need, await dimensions.ReadAsync(cancellationToken), null, calendar.Today);
            db.Needs.Add(need);
            db.NeedSteps.Add(new NeedStep(need, NeedStepKind.Raised, need.RaisedOn, null, user.PersonId, clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(cancellationToken);
            return need.Number;
        }
    }
}
