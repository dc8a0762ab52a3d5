using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>A territory goes on in another tier from a day on; the history keeps both.</summary>
public static class ChangeTier
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : SourceOfChange, IRequest
    {
        public string Slug { get; init; } = "";
        public Guid Version { get; init; }
        public string? Tier { get; init; }
        public DateOnly? From { get; init; }
        public string? Reason { get; init; }

        /// <summary>Why a coordinator accepts what the tier would refuse.</summary>
        public string? Exception { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new SourceOfChangeValidator());
            RuleFor(c => c.Tier).Needed("Choose the new tier.");
            RuleFor(c => c.From).NotNull().WithMessage("Enter the day from which the new tier holds.").GreaterThan(Participation.Earliest).WithMessage("The initiative is younger than that. Enter a day after 1 Jan 2000.");
            RuleFor(c => c.Reason).Text("The reason", 1000);
            RuleFor(c => c.Exception).Text("The reason", 1000);
            RuleFor(c => c.Source).Needed("Say where the new tier is decided: an address, or the words of the source.");
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var territory = await db.Territories.Include(t => t.Participations).SingleOrDefaultAsync(t => t.Slug == request.Slug, cancellationToken)
                ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireOffice(territory.Id);
            db.ExpectVersion(territory, request.Version);
            var tier = await db.Tiers.SingleOrDefaultAsync(t => t.Code == request.Tier, cancellationToken)
                ?? throw Refusal.At(nameof(request.Tier), "There is no such tier. Choose one of the list.");
            Participation? begun = null;
            Refusal.Try(nameof(request.From), () => begun = territory.ChangeTier(tier.Id, request.From!.Value, request.Reason));
            var next = begun!;
            db.Entry(next).State = EntityState.Added;
            await db.RequireRoomAsync(next, territory, tier, request.From!.Value, request.Exception, user, now, nameof(request.Tier), cancellationToken);
            await db.CiteParticipationAsync(territory, request, user.PersonId, now, cancellationToken);
            db.Entry(territory).State = EntityState.Modified; // two who change the tier at once meet at its version
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
