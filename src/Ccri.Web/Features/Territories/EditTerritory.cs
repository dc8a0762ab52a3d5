using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>Changes what the register says of a territory; a changed public fact names its new source.</summary>
public static class EditTerritory
{
    /// <summary>The form as it is saved now.</summary>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Slug) : IRequest<Command>;

    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : TerritoryAnswers, IRequest
    {
        public string Slug { get; init; } = "";
        public Guid Version { get; init; }

        /// <summary>The one fact that the source is of, though the fact itself is as it was; empty: of what was changed.</summary>
        public string? SourceOf { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new TerritoryAnswersValidator());
    }

    public sealed class Reader(CcriDbContext db, Access access) : IRequestHandler<Query, Command>
    {
        public async Task<Command> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await db.Territories.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == request.Slug, cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireEdit(territory.Id);
            return new Command
            {
                Slug = territory.Slug, Version = territory.Version, Name = territory.Name, Type = territory.Type, Country = territory.CountryCode, Population = territory.Population,
                NutsCode = territory.NutsCode, NutsVersion = territory.NutsVersion, NutsNote = territory.NutsNote, UrbanRural = territory.UrbanRural,
                Sectors = string.Join('\n', territory.Sectors), Solution = territory.PublishedSolution, Latitude = territory.Latitude, Longitude = territory.Longitude, Notes = territory.Notes,
            };
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.Territories.SingleOrDefaultAsync(t => t.Slug == request.Slug, cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireEdit(territory.Id);
            db.ExpectVersion(territory, request.Version);
            await db.RequireKnownAsync(request, territory.Id, cancellationToken);
            if (territory.IsPlaceholder && request.Name!.Trim() != territory.Name)
                throw Refusal.At(nameof(request.Name), "This is the place of a Fellow that is not named yet. Use “Name it”, which also gives it its address.");
            if (request.Country is { Length: > 0 } country && country != territory.CountryCode)
                await db.RequireEligibleAsync(country, await db.CohortOfAsync(territory.Id, cancellationToken), calendar.Today, cancellationToken);
            var before = TerritoryFacts.Of(territory);
            request.ApplyTo(territory);
            await db.CiteChangedAsync(territory, before, request, request.SourceOf, user.PersonId, clock.GetUtcNow().UtcDateTime, cancellationToken);
            db.Entry(territory).State = EntityState.Modified; // also when only the source of a fact changed, so that the version tells
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    /// <summary>What the validator cannot know: which countries there are, and which names are taken.</summary>
    internal static async Task RequireKnownAsync(this CcriDbContext db, TerritoryAnswers answers, Guid? self, CancellationToken cancellationToken)
    {
        var faults = new List<ValidationFailure>();
        if (answers.Country is { Length: > 0 } code && !await db.Countries.AnyAsync(c => c.Code == code, cancellationToken))
            faults.Add(new ValidationFailure(nameof(answers.Country), $"There is no country “{(code.Length > 20 ? code[..20] : code)}”. Choose one of the list."));
        var name = answers.Name!.Trim();
        if (await db.Territories.Where(t => t.Name == name && t.Id != self).Select(t => t.Slug).FirstOrDefaultAsync(cancellationToken) is not null)
            faults.Add(new ValidationFailure(nameof(answers.Name), $"There is a territory named “{name}” already. Open that one, or add to the name what tells them apart."));
        if (faults.Count > 0)
            throw new ValidationException(faults);
    }
}
