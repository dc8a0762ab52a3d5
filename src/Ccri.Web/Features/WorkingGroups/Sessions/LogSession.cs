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

/// <summary>Logs a session, or plans one that lies ahead. The form begins with what is known, so that only the topic is left to type.</summary>
public static class LogSession
{
    /// <summary>A follow-up is due after so many days while nobody says otherwise.</summary>
    private const int UsualDays = 14;

    /// <param name="Group">See <see cref="GroupKey"/>; empty: the person's own.</param>
    /// <param name="From">A session that it is like: everything but the day and what was said.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(string? Group = null, Guid? From = null) : IRequest<Command>;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Command : SessionFields, IRequest<Guid>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new SessionFields.Validator());
    }

    public sealed class Reader(CcriDbContext db, SessionBook book, GroupAccess groups, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Query, Command>
    {
        public async Task<Command> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!groups.WritesAnywhere)
                groups.RequireWrite(null, null); // refuses, in its own words
            var like = await LikeAsync(request.From, cancellationToken);
            var (group, place) = await GroupAsync(request.Group, like, cancellationToken);
            var before = await db.Sessions.AsNoTracking().Where(s => s.WorkingGroupId == place.GroupId).OrderByDescending(s => s.StartsAt).ThenByDescending(s => s.Id).Select(s => s.Zone).FirstOrDefaultAsync(cancellationToken);
            var last = await OwnLast().Select(s => s.Format).FirstOrDefaultAsync(cancellationToken);
            var members = await book.MembersAsync(group, calendar.Today, null, cancellationToken);
            return new Command
            {
                Group = group, On = calendar.Today, Format = like?.Format ?? last ?? SessionFormat.Online, Kind = like?.Kind ?? (place.GroupId is null ? SessionKind.Webinar : SessionKind.Session),
                Topic = like?.Topic, From = like?.From, Until = like?.LastOn is null ? like?.Until : null, Zone = like?.Zone ?? before ?? SessionTime.Brussels, Place = like?.Place,
                Present = [.. Expected(members, like?.WorkingGroupId == place.GroupId && like?.SubGroupId == place.SubGroupId ? like : null)],
                Guests = [.. (like?.Guests ?? []).OrderBy(g => g.Number).Select(g => new SessionFields.TypedGuest { Organisation = g.Organisation, Country = g.CountryCode, People = g.People }), .. Enumerable.Repeat(new SessionFields.TypedGuest(), SessionFields.EmptyGuests)],
                Items = [.. Enumerable.Range(0, SessionFields.EmptyPoints).Select(_ => new SessionFields.TypedItem())],
                FollowUps = [.. Enumerable.Range(0, SessionFields.EmptyFollowUps).Select(_ => EmptyFollowUp(user, calendar.Today))],
            };
        }

        /// <summary>The members but those that were missing, whoever joined since among them, and who came beside them; of another group's session nobody.</summary>
        private static IEnumerable<Guid> Expected(IReadOnlyList<Attendance> members, Session? like) =>
            members.Select(m => m.Key).Where(key => like?.Attendees.Any(a => a.Key == key && a.Presence == Presence.Missing) is not true)
                .Union((like?.Attendees ?? []).Where(a => a.Category is null && a.Presence != Presence.Missing).Select(a => a.Key));

        private async Task<Session?> LikeAsync(Guid? id, CancellationToken cancellationToken) => id is null ? null
            : await groups.Visible(db.Sessions.AsNoTracking().Where(s => s.Id == id)).Include(s => s.Attendees).Include(s => s.Guests).AsSplitQuery().SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Session", id);

        private IQueryable<Session> OwnLast() => db.Sessions.AsNoTracking().Where(s => s.LoggedById == user.PersonId && user.PersonId != null).OrderByDescending(s => s.LoggedAt).ThenByDescending(s => s.Id);

        /// <summary>The first of these in which the user writes: the one that is asked for, that of the session that it is like, the own one, that of the own last session, any.</summary>
        private async Task<(string? Group, SessionBook.Place Place)> GroupAsync(string? asked, Session? like, CancellationToken cancellationToken)
        {
            var codes = await db.WorkingGroups.OrderBy(g => g.Name).ThenBy(g => g.Id).Select(g => new { g.Id, g.Code }).ToListAsync(cancellationToken);
            var parts = await db.SubGroups.Select(s => new { s.Id, s.WorkingGroupId }).ToListAsync(cancellationToken);
            var known = codes.Select(g => new SessionBook.Place(g.Id, null)).Concat(parts.Select(p => new SessionBook.Place(p.WorkingGroupId, p.Id))).Append(new SessionBook.Place(null, null)).Where(p => groups.MayWrite(p.GroupId, p.SubGroupId)).ToList();
            var own = user.Roles.Where(r => r is { Role: Role.Lead, WorkingGroupId: not null }).Select(r => new SessionBook.Place(r.WorkingGroupId, r.SubGroupId));
            var last = await OwnLast().Select(s => new { s.WorkingGroupId, s.SubGroupId }).FirstOrDefaultAsync(cancellationToken);
            var wished = GroupKey.Read(asked) is { } key ? new SessionBook.Place(codes.Find(g => g.Code == key.Code)?.Id, key.SubGroupId) : null;
            SessionBook.Place?[] places = [wished?.GroupId is null ? null : wished, like is null ? null : new SessionBook.Place(like.WorkingGroupId, like.SubGroupId), .. own, last is null ? null : new SessionBook.Place(last.WorkingGroupId, last.SubGroupId)];
            var place = places.OfType<SessionBook.Place>().FirstOrDefault(known.Contains) ?? known[0];
            return (codes.Find(g => g.Id == place.GroupId) is { } of ? $"{new GroupKey(of.Code, place.SubGroupId)}" : null, place);
        }
    }

    /// <summary>One takes it on oneself while nobody else is chosen.</summary>
    internal static SessionFields.TypedFollowUp EmptyFollowUp(CurrentUser user, DateOnly today) =>
        new() { Owner = user.PersonId is { } person ? $"{new OwnerKey(person, null)}" : null, Due = today.AddDays(UsualDays) };

    public sealed class Handler(CcriDbContext db, SessionBook book, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var place = await book.PlaceAsync(request, cancellationToken);
            Session session = null!;
            Refusal.Try(nameof(request.Group), () => session = new Session(request.Kind ?? SessionKind.Session, place.GroupId, place.SubGroupId, request.Topic!, new SessionTime(Session.Earliest, null, null, null, SessionTime.Brussels), clock.GetUtcNow().UtcDateTime));
            await book.FillAsync(session, request, place, cancellationToken);
            session.LoggedBy(user.PersonId);
            db.Sessions.Add(session);
            await db.SaveChangesAsync(cancellationToken);
            return session.Id;
        }
    }
}
