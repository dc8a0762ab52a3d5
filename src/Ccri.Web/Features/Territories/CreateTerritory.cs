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

/// <summary>A territory joins a cohort in a tier. It must be eligible, and the tier must have room for it. Answers its address.</summary>
public static class CreateTerritory
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : TerritoryAnswers, IRequest<string>
    {
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
            Include(new TerritoryAnswersValidator());
            RuleFor(c => c.Country).Needed("Choose the country: it decides whether the territory may take part.");
            RuleFor(c => c.Cohort).Needed("Choose the cohort.");
            RuleFor(c => c.Tier).Needed("Choose the tier.");
            RuleFor(c => c.Exception).Text("The reason", 1000);
            RuleFor(c => c.Source).Needed("Say where it is known from that this territory takes part: an address, or the words of the source.");
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            access.RequireOffice(null);
            await db.RequireKnownAsync(request, null, cancellationToken);
            var cohort = await db.Cohorts.SingleOrDefaultAsync(c => c.Code == request.Cohort, cancellationToken) ?? throw Unknown(nameof(request.Cohort), "cohort");
            var tier = await db.Tiers.SingleOrDefaultAsync(t => t.Code == request.Tier, cancellationToken) ?? throw Unknown(nameof(request.Tier), "tier");

            await db.RequireEligibleAsync(request.Country!, cohort, calendar.Today, cancellationToken);
            var territory = new Territory(await db.FreeAddressAsync(request.Name!, cancellationToken), request.Name!);
            var nothing = TerritoryFacts.Of(territory).ToDictionary(fact => fact.Key, _ => (string?)null);
            request.ApplyTo(territory);
            db.Territories.Add(territory);
            await db.CiteChangedAsync(territory, nothing, request, null, user.PersonId, now, cancellationToken);

            var participation = territory.Join(cohort.Id, tier.Id, request.From);
            await db.CiteParticipationAsync(territory, request, user.PersonId, now, cancellationToken);
            await db.RequireRoomAsync(participation, territory, tier, request.From ?? calendar.Today, request.Exception, user, now, nameof(request.Tier), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return territory.Slug;
        }

        private static ValidationException Unknown(string field, string what) => Refusal.At(field, $"There is no such {what}. Choose one of the list.");
    }
}
