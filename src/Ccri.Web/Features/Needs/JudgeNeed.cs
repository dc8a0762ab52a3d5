using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Needs;

/// <summary>The territory says whether a need is met. The office writes it down as it was told.</summary>
public static class JudgeNeed
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        public string Slug { get; init; } = "";
        public int Number { get; init; }
        public Guid Version { get; init; }
        public NeedVerdict? Verdict { get; init; }
        public DateOnly? On { get; init; }

        /// <summary>The territory's own words.</summary>
        public string? Text { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Verdict).NotNull().WithMessage("Say whether the need is met, partly met or not met.").IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.On).NotNull().WithMessage("Enter the day on which the territory said so.");
            RuleFor(c => c.Text).Text("What the territory says", Need.LongestText);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, VisibleNeeds needs, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfNeedsAsync(request.Slug, cancellationToken);
            access.RequireEdit(territory.Id);
            var need = await (await needs.QueryAsync(cancellationToken)).NumberedAsync(territory.Id, request.Number, cancellationToken);
            db.ExpectVersion(need, request.Version);
            var isServed = await db.ServedNeeds.AnyAsync(s => s.NeedId == need.Id, cancellationToken);
            var steps = await db.NeedSteps.AsNoTracking().Where(s => s.NeedId == need.Id).ToListAsync(cancellationToken);
            NeedStep said = null!;
            Refusal.Try(nameof(Command.On), () => said = NeedStep.OfVerdict(need, request.Verdict!.Value, request.On!.Value, request.Text, !user.SpeaksFor(territory.Id), user.PersonId, clock.GetUtcNow().UtcDateTime, calendar.Today));
            db.NeedSteps.Add(said);
            if (NeedPast.Deciding([.. steps, said]) == said) // one that is written down late does not undo what came later
                Refusal.Try(nameof(Command.Verdict), () => need.Take(request.Verdict!.Value, isServed));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
