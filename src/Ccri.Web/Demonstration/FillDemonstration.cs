using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Demonstration;

/// <summary>Fills a loaded register with invented plans, solutions and projects, to look at and to test with. Never a register in which somebody has worked.</summary>
public static class FillDemonstration
{
    /// <param name="Today">The day as seen from which things are late or done; the same day gives the same rows in every database. Empty: the day it is.</param>
    [Allow]
    public sealed record Command(DateOnly? Today = null) : IRequest<Outcome>;

    /// <param name="WasFilled">It was filled before, and nothing was changed.</param>
    /// <param name="Rows">How many of each noun.</param>
    public sealed record Outcome(bool WasFilled, DateOnly Today, IReadOnlyDictionary<string, int> Rows);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Today).InclusiveBetween(new DateOnly(2026, 1, 1), new DateOnly(2090, 12, 31))
            .WithMessage("Choose a day from 2026 to 2090: what is invented follows what is published, which reaches into 2025.");
    }

    public sealed class Handler(CcriDbContext db, ProgrammeCalendar calendar, HeldDemonstration held, StatusReader statuses, IPictureReader<Plan> plans, IPictureReader<Solution> roadmaps,
        UserManager<Account> accounts, IServiceScopeFactory scopes, MovableClock clock) : IRequestHandler<Command, Outcome>
    {
        /// <summary>Quarters that are frozen in the past.</summary>
        private const int Frozen = 4;

        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await HeldDemonstration.IsInPiecesAsync(db, cancellationToken))
                throw new RuleViolationException("The demonstration was interrupted while this database was filled, so it is in pieces. Take a new database, and let it come to its end.");
            if (await HeldDemonstration.DayAsync(db, cancellationToken) is { } day)
                return new Outcome(true, day, new Dictionary<string, int>());
            await RequireNobodysWorkAsync(cancellationToken);

            db.ChangeTracker.AutoDetectChangesEnabled = false; // thousands of rows are looked at once, when they are saved
            var today = request.Today ?? calendar.Today;
            var (past, open) = Quarter.Of(today, Frozen);
            var invention = new Invention(db, Catalogue.Read(), today, await db.Plans.Select(p => p.Code).Concat(db.Solutions.Select(s => s.Code)).ToListAsync(cancellationToken));
            var (film, cast, places) = await RehearseAsync(invention, past, cancellationToken);
            var reporting = new Reporting(scopes, clock, cast, new ReportTexts(invention.All), places, cancellationToken);

            HeldDemonstration.Mark(db, today);
            held.Know();
            foreach (var (i, quarter) in past.Index())
            {
                using (clock.At(Invention.Afternoon(quarter.Days.To)))
                {
                    await film.ShowAsync(i, cancellationToken);
                    if (i == 0)
                        await cast.JoinAsync(accounts, db, cancellationToken);
                }
                await reporting.FreezeAsync(quarter, isReopened: i == past.Count - 3);
            }
            using (clock.At(invention.Written))
                await film.ShowAsync(past.Count, cancellationToken);
            await db.FactNotes.Where(n => n.Confidence == Confidence.Illustrative && n.RecordedAt < invention.Written).ExecuteUpdateAsync(set => set.SetProperty(n => n.RecordedAt, invention.Written), cancellationToken);
            await reporting.BeginAsync(open, today.AddDays(-1));
            await HeldDemonstration.FinishAsync(db, cancellationToken);
            return new Outcome(false, today, invention.Made);
        }

        /// <summary>Everything as it is today, saved and taken back: versions and statuses are read from what is saved.</summary>
        private async Task<(Film, Cast, IReadOnlyList<Place>)> RehearseAsync(Invention invention, IReadOnlyList<Quarter> past, CancellationToken cancellationToken)
        {
            await using var rehearsal = await db.Database.BeginTransactionAsync(cancellationToken);
            var places = await InventAsync(invention, cancellationToken);
            var cast = Cast.Make(invention, places, Invention.Afternoon(past[0].Days.From));
            invention.HandOver();
            var changed = Film.Changed(db);
            await db.SaveChangesAsync(cancellationToken);
            await InventedVersions.MakeAsync(invention, plans, roadmaps, db.Milestones.Local.Where(m => m.SolutionId != null).ToLookup(m => m.SolutionId!.Value), cancellationToken);
            await InventStatusesAsync(invention, cancellationToken);
            await InventedSupport.MakeAsync(invention, cast, db, cancellationToken);
            await InventedSessions.MakeAsync(invention, cast, db, cancellationToken);
            invention.HandOver();
            var film = new Film(db, invention.All, changed, [.. past.Select(quarter => quarter.Days.To)], invention.Today);
            await rehearsal.RollbackAsync(cancellationToken);
            film.Rewind();
            return (film, cast, places);
        }

        private async Task<IReadOnlyList<Place>> InventAsync(Invention invention, CancellationToken cancellationToken)
        {
            var slugs = invention.Catalogue.Places.Select(p => p.Slug).ToList();
            var territories = await db.Territories.AsNoTracking().Where(t => slugs.Contains(t.Slug)).OrderBy(t => t.Slug)
                .Select(t => new
                {
                    t.Id, t.Slug, t.Name,
                    IsHelped = t.Participations.Any(p => p.To == null && db.Tiers.Any(tier => tier.Id == p.TierId && tier.Plans && tier.Roadmap)),
                }).ToDictionaryAsync(t => t.Slug, cancellationToken);
            var published = await db.Plans.ToDictionaryAsync(p => p.Code, cancellationToken);
            var solutions = await db.Solutions.AsSplitQuery().Include(s => s.Phases).Include(s => s.Changes).OrderBy(s => s.Code).ToDictionaryAsync(s => s.Code, cancellationToken);
            var definitions = await db.Indicators.AsNoTracking().ToDictionaryAsync(i => i.Code, cancellationToken);
            var indicators = definitions.ToDictionary(i => i.Key, i => i.Value.Id);
            RequireWhole(invention.Catalogue, territories.Keys, published.Keys, solutions.Keys, indicators.Keys);

            var places = new List<(Place Place, IEnumerable<Solution> Solutions)>();
            foreach (var entry in invention.Catalogue.Places)
            {
                var territory = territories[entry.Slug];
                var place = new Place(territory.Id, territory.Name, entry, territory.IsHelped);
                places.Add((place, InventedPlace.Make(invention, place, published, solutions, indicators)));
            }
            foreach (var (place, own) in places)
                InventedIndicators.Make(invention, place, own, definitions);
            InventedIndicators.OfProgramme(invention, definitions);
            foreach (var (place, _) in places)
                InventedRisks.Make(invention, place);
            return [.. places.Select(made => made.Place)];
        }

        /// <summary>Once everything else is saved: statuses follow from it.</summary>
        private async Task InventStatusesAsync(Invention invention, CancellationToken cancellationToken)
        {
            var slugs = invention.Catalogue.Places.Select(p => p.Slug).ToList();
            var ids = await db.Territories.Where(t => slugs.Contains(t.Slug)).ToDictionaryAsync(t => t.Slug, t => t.Id, cancellationToken);
            InventedStatuses.Make(invention, await statuses.ReadAsync(db.Territories.Where(t => slugs.Contains(t.Slug)), cancellationToken), [.. slugs.Select(slug => ids[slug])]);
        }

        /// <summary>Accounts, roles and a person's own views may be there: who looks around has them.</summary>
        private async Task RequireNobodysWorkAsync(CancellationToken cancellationToken)
        {
            string[] own = [nameof(Account), nameof(Person), nameof(RoleAssignment), nameof(SavedFilter)];
            if (await db.AuditRows.AnyAsync(a => a.PersonId != null && !own.Contains(a.Noun), cancellationToken))
                throw new RuleViolationException("Somebody has entered something in this database. The demonstration is for a register that nobody has worked in: take another database, and nothing gets mixed up.");
        }

        private static void RequireWhole(Catalogue catalogue, IEnumerable<string> territories, IEnumerable<string> plans, IEnumerable<string> solutions, IEnumerable<string> indicators)
        {
            var missing = catalogue.Places.Select(p => p.Slug).Except(territories)
                .Concat(catalogue.Places.Select(p => p.InvestmentPlan?.FinancesPublished).OfType<string>().Except(plans))
                .Concat(catalogue.Places.SelectMany(p => p.Solutions ?? []).Select(s => s.Code).OfType<string>().Except(solutions))
                .Concat(catalogue.Themes.Values.Select(t => t.Indicator).Except(indicators)).FirstOrDefault();
            if (missing is not null)
                throw new RuleViolationException($"The register has no {missing}, which the demonstration is built around. Load the register first: scripts/ccri load");
        }
    }
}
