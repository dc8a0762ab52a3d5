using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Adds a plan to a territory; it is planned until somebody begins the draft. Answers its code.</summary>
public static class CreatePlan
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : PlanFields, IRequest<string>
    {
        /// <summary>The territory's address.</summary>
        public string? Territory { get; init; }
        public PlanKind? Kind { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Territory).Needed("Choose the territory.");
            RuleFor(c => c.Kind).NotNull().WithMessage("Choose the kind of plan.").IsInEnum().WithMessage("Choose one of the list.");
            Include(new PlanFields.Validator());
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.Territories.Where(t => t.Slug == request.Territory).Select(t => new { t.Id, t.Slug }).SingleOrDefaultAsync(cancellationToken)
                ?? throw Refusal.At(nameof(Command.Territory), "There is no such territory. Choose one of the list.");
            access.RequireEdit(territory.Id);
            await using var held = await db.HoldAsync<Territory>(territory.Id, cancellationToken); // two who add at once get two codes
            var kind = request.Kind!.Value;
            var plan = new Plan(territory.Id, kind, await db.Plans.Select(p => p.Code).NextAsync(kind.ToString(), territory.Slug, cancellationToken), request.Title!);
            await request.FillAsync(db, plan, cancellationToken);
            db.Plans.Add(plan);
            if (!string.IsNullOrWhiteSpace(request.Source))
                db.CiteNew(plan.Id, territory.Id, request, user.PersonId, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return plan.Code;
        }
    }
}
