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

/// <summary>A territory that is known joins a cohort: another one, or the same again after it had left.</summary>
public static class JoinCohort
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : SourceOfChange, IRequest
    {
        public string Slug { get; init; } = "";
        public Guid Version { get; init; }
        public string? Cohort { get; init; }
        public string? Tier { get; init; }
        public DateOnly? From { get; init; }

        /// <summary>Why a coordinator accepts what a rule would refuse.</summary>
        public string? Exception { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new SourceOfChangeValidator());
            RuleFor(c => c.Cohort).Needed("Choose the cohort.");
            RuleFor(c => c.Tier).Needed("Choose the tier.");
            RuleFor(c => c.From).GreaterThan(Participation.Earliest).WithMessage("The initiative is younger than that. Enter a day after 1 Jan 2000.");
            RuleFor(c => c.Exception).Text("The reason", 1000);
            RuleFor(c => c.Source).Needed("Say where it is known from that this territory takes part: an address, or the words of the source.");
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var territory = await db.Territories.Include(t => t.Participations).SingleOrDefaultAsync(t => t.Slug == request.Slug, cancellationToken)
                ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireOffice(territory.Id);
            db.ExpectVersion(territory, request.Version);
            var cohort = await db.Cohorts.SingleOrDefaultAsync(c => c.Code == request.Cohort, cancellationToken) ?? throw Refusal.At(nameof(request.Cohort), "There is no such cohort. Choose one of the list.");
            var tier = await db.Tiers.SingleOrDefaultAsync(t => t.Code == request.Tier, cancellationToken) ?? throw Refusal.At(nameof(request.Tier), "There is no such tier. Choose one of the list.");
            if (territory.CountryCode is { } country)
                await db.RequireEligibleAsync(country, cohort, calendar.Today, cancellationToken);
            Participation? begun = null;
            Refusal.Try(nameof(request.Cohort), () => begun = territory.Join(cohort.Id, tier.Id, request.From));
            db.Entry(begun!).State = EntityState.Added;
            await db.RequireRoomAsync(begun!, territory, tier, request.From ?? calendar.Today, request.Exception, user, now, nameof(request.Tier), cancellationToken);
            await db.CiteParticipationAsync(territory, request, user.PersonId, now, cancellationToken);
            db.Entry(territory).State = EntityState.Modified; // two at once meet at its version
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
