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

/// <summary>Puts the days of a participation right; without an end it goes on.</summary>
public static class EditParticipation
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(Guid Id) : IRequest<Command>;

    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : SourceOfChange, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new SourceOfChangeValidator());
            RuleFor(c => c.From).GreaterThan(Participation.Earliest).WithMessage("The initiative is younger than that. Enter a day after 1 Jan 2000.");
            RuleFor(c => c.To).NotBefore(c => c.From);
            RuleFor(c => c.Source).Needed("Say where the days are known from: an address, or the words of the source.");
        }
    }

    public sealed class Reader(CcriDbContext db, Access access) : IRequestHandler<Query, Command>
    {
        public async Task<Command> Handle(Query request, CancellationToken cancellationToken)
        {
            var participation = await db.Participations.AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Participation", request.Id);
            access.RequireOffice(participation.TerritoryId);
            return new Command { Id = participation.Id, Version = participation.Version, From = participation.From, To = participation.To };
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.Territories.Include(t => t.Participations).SingleOrDefaultAsync(t => t.Participations.Any(p => p.Id == request.Id), cancellationToken)
                ?? throw new NotFoundException("Participation", request.Id);
            access.RequireOffice(territory.Id);
            var participation = territory.Participations.Single(p => p.Id == request.Id);
            db.ExpectVersion(participation, request.Version);
            Refusal.Try(nameof(request.From), () => territory.Correct(participation, request.From, request.To));
            await db.CiteParticipationAsync(territory, request, user.PersonId, clock.GetUtcNow().UtcDateTime, cancellationToken);
            db.Entry(territory).State = EntityState.Modified;
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
