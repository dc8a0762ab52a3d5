using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Domain.Support;
using Ccri.Web.Data;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Support;

/// <summary>Puts a support activity right. A territory, a kind or a day that it did not have before is asked of the tiers again.</summary>
public static class EditSupport
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    public sealed record Answer(Command Form, OfferedSupport Offered);

    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : SupportFields, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new SupportFields.Validator());
    }

    public sealed class Reader(CcriDbContext db, Access access, CurrentUser user, SupportBook book) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var activity = await book.FindAsync(request.Id, cancellationToken);
            var ids = activity.Territories.Select(t => t.TerritoryId).ToList();
            var slugs = await db.Territories.Where(t => ids.Contains(t.Id)).OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => t.Slug).ToListAsync(cancellationToken);
            return new Answer(new Command
            {
                Id = activity.Id, Version = activity.Version, Type = activity.Type, Title = activity.Title, On = activity.On, Until = activity.Until, Organisation = activity.OrganisationId, Expert = activity.Expert,
                Experts = activity.Experts, Days = activity.Days, Hours = activity.Hours, Participants = activity.Participants, Territory = slugs[0], Others = [.. slugs.Skip(1)],
                Outcome = activity.Outcome, Satisfaction = activity.Satisfaction,
            }, await OfferedSupport.ReadAsync(db, access, user, cancellationToken));
        }
    }

    public sealed class Handler(CcriDbContext db, SupportBook book) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var activity = await book.FindAsync(request.Id, cancellationToken);
            db.ExpectVersion(activity, request.Version);
            var (before, on, entitlement) = (activity.Territories.Select(t => t.TerritoryId).ToHashSet(), activity.On, ActivityTypes.EntitlementOf(activity.Type));
            var territories = (await book.TerritoriesAsync(request, cancellationToken)).Select(t => t.Id).ToList();
            await book.FillAsync(activity, request, cancellationToken);

            var isOfAnotherKind = ActivityTypes.EntitlementOf(activity.Type) != entitlement;
            IReadOnlyCollection<Guid> entitled = activity.On == on ? [] : await book.EntitledAsync(activity, territories, cancellationToken);
            await book.DropExceptionsAsync(activity.Id, isOfAnotherKind ? null : [.. before.Except(territories), .. entitled], cancellationToken);
            await book.RequireEntitlementsAsync(activity, request, isOfAnotherKind || activity.On != on ? territories : territories.Where(id => !before.Contains(id)), cancellationToken);

            var served = activity.Needs.Select(s => s.NeedId).ToList();
            var needs = await db.Needs.Where(n => served.Contains(n.Id)).ToListAsync(cancellationToken);
            await book.ServeAsync(activity, territories, needs, nameof(request.Territory), cancellationToken);
            db.Touch(activity); // also when only its territories changed
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
