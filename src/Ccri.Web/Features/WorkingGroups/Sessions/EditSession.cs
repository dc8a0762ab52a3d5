using System.Text;
using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>Puts a session right. Beyond the first 48 hours, and once it is final, it needs a reason, and how it was is kept.</summary>
public static class EditSession
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <param name="NeedsReason">Whether how it was is kept.</param>
    public sealed record Answer(Command Form, bool NeedsReason, SessionState State);

    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command : SessionFields, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }

        /// <summary>What is put right, and why.</summary>
        public string? Reason { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new SessionFields.Validator());
            RuleFor(c => c.Reason).Line("The reason", MinutesVersion.LongestReason);
        }
    }

    public sealed class Reader(CcriDbContext db, SessionBook book, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var session = await book.FindAsync(request.Id, cancellationToken);
            var code = await db.WorkingGroups.Where(g => g.Id == session.WorkingGroupId).Select(g => g.Code).SingleOrDefaultAsync(cancellationToken);
            var items = session.Items.OrderBy(i => i.Number).ToList();
            var form = new Command
            {
                Id = session.Id, Version = session.Version, Group = code is null ? null : $"{new GroupKey(code, session.SubGroupId)}", On = session.On, Format = session.Format, Topic = session.Topic, Kind = session.Kind,
                From = session.From, Until = session.Until, LastOn = session.LastOn, Zone = session.Zone, Place = session.Place, Agenda = session.Agenda, Summary = session.Summary, Names = session.Names,
                PeopleOnSite = session.PeopleOnSite, PeopleOnline = session.PeopleOnline, Satisfaction = session.Satisfaction,
                Present = [.. session.Attendees.Where(a => a.Presence != Presence.Missing).Select(a => a.Key)],
                Guests = [.. session.Guests.OrderBy(g => g.Number).Select(g => new SessionFields.TypedGuest { Organisation = g.Organisation, Country = g.CountryCode, People = g.People }), .. Enumerable.Repeat(new SessionFields.TypedGuest(), SessionFields.EmptyGuests)],
                Items = [.. items.Where(i => i.Kind != ItemKind.Action).Select(Typed), new SessionFields.TypedItem()],
                FollowUps = [.. items.Where(i => i.Kind == ItemKind.Action).Select(Owed), LogSession.EmptyFollowUp(user, calendar.Today > session.On ? calendar.Today : session.On)],
            };
            return new Answer(form, !session.IsFreeToCorrect(clock.GetUtcNow().UtcDateTime), session.State);
        }

        private static SessionFields.TypedItem Typed(SessionItem item) =>
            new() { Id = item.Id, Kind = item.Kind, Text = item.Text, Dimension = item.Dimension, Territories = [.. item.Territories.Select(t => t.TerritoryId)], Solutions = [.. item.Solutions.Select(s => s.SolutionId)] };

        private static SessionFields.TypedFollowUp Owed(SessionItem item) =>
            new() { Id = item.Id, What = item.Text, Owner = item.OwnerId is null && item.OwnerTerritoryId is null ? null : $"{new OwnerKey(item.OwnerId, item.OwnerTerritoryId)}", Due = item.Due };
    }

    public sealed class Handler(CcriDbContext db, SessionBook book, SessionReader reader, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var session = await book.FindAsync(request.Id, cancellationToken);
            db.ExpectVersion(session, request.Version);
            var before = await reader.FindAsync(session.Id, cancellationToken);
            var kept = await db.MinutesVersions.CountAsync(v => v.SessionId == session.Id, cancellationToken);
            Refusal.Try(nameof(request.Reason), () =>
            {
                if (session.Correct(() => Encoding.UTF8.GetString(CanonicalJson.Of(before)), kept, request.Reason, user.PersonId, clock.GetUtcNow().UtcDateTime) is { } version)
                    db.MinutesVersions.Add(version);
            });
            await book.FillAsync(session, request, await book.PlaceAsync(request, cancellationToken), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
