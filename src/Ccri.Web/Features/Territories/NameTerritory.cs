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

/// <summary>The support office says which territory a placeholder stands for. Answers its new address.</summary>
public static class NameTerritory
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : SourceOfChange, IRequest<string>
    {
        public string Slug { get; init; } = "";
        public Guid Version { get; init; }
        public string? Name { get; init; }
        public string? Country { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new SourceOfChangeValidator());
            RuleFor(c => c.Name).Needed("Enter the name of the territory.").Line("The name", 300);
            RuleFor(c => c.Country).NotEmpty().WithMessage("Choose the country: it decides whether the territory may take part.");
            RuleFor(c => c.Source).NotEmpty().WithMessage("Say where the name is known from: an address, or the words of the source.");
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var territory = await db.Territories.SingleOrDefaultAsync(t => t.Slug == request.Slug, cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireOffice(territory.Id);
            db.ExpectVersion(territory, request.Version);
            await db.RequireKnownAsync(new EditTerritory.Command { Name = request.Name, Country = request.Country }, territory.Id, cancellationToken);
            await db.RequireEligibleAsync(request.Country!, await db.CohortOfAsync(territory.Id, cancellationToken), calendar.Today, cancellationToken);
            var address = await db.FreeAddressAsync(request.Name!.Trim(), cancellationToken);
            var before = TerritoryFacts.Of(territory);
            territory.Identify(request.Name!, address);
            territory.LieIn(request.Country);
            await db.CiteChangedAsync(territory, before, request, null, user.PersonId, now, cancellationToken);
            await db.CiteParticipationAsync(territory, request, user.PersonId, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return territory.Slug;
        }
    }
}
