using System.Text;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared.Calendar;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Features.Reminders;

/// <summary>A feed as a calendar program reads it: as the person who made it, with the roles of today. Whoever has left, and a desk officer, reads nothing.</summary>
public static class ReadFeed
{
    /// <summary>Days behind today from which what is late still stands in the calendar.</summary>
    private const int DaysBack = 60;

    [Allow(Everybody = true)]
    public sealed record Query(string Token) : IRequest<string>;

    public sealed class Handler(CcriDbContext db, ReminderDesk desk, CalendarReader sessions, CurrentUser user, ProgrammeCalendar calendar, IOptions<SiteOptions> site, TimeProvider clock) : IRequestHandler<Query, string>
    {
        public async Task<string> Handle(Query request, CancellationToken cancellationToken)
        {
            var hash = CalendarFeed.HashOf(request.Token);
            var feed = await db.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(f => f.TokenHash == hash && f.RevokedAt == null, cancellationToken) ?? throw new NotFoundException("Calendar", "");
            await ActAsAsync(feed.PersonId, cancellationToken);
            var name = "CCRI, what you see to";
            IReadOnlyList<CalendarEntry> entries;
            if (feed.WorkingGroupId is { } group)
            {
                name = $"CCRI {await db.WorkingGroups.Where(g => g.Id == group).Select(g => g.Name).SingleAsync(cancellationToken)}";
                entries = await sessions.ReadAsync(db.Sessions.Where(s => s.WorkingGroupId == group), cancellationToken);
            }
            else
            {
                entries = [.. await DueAsync(cancellationToken), .. await sessions.ReadAsync(OwnSessions(), cancellationToken)];
            }
            await KeepReadAsync(feed, cancellationToken);
            return CalendarFile.Of(name, entries);
        }

        /// <summary>Past the audit, which would tell every hour that a program has read.</summary>
        private async Task KeepReadAsync(CalendarFeed feed, CancellationToken cancellationToken)
        {
            var before = feed.ReadAt;
            feed.Read(clock.GetUtcNow().UtcDateTime);
            if (feed.ReadAt != before)
                await db.CalendarFeeds.Where(f => f.Id == feed.Id).ExecuteUpdateAsync(set => set.SetProperty(f => f.ReadAt, feed.ReadAt), cancellationToken);
        }

        private async Task ActAsAsync(Guid personId, CancellationToken cancellationToken)
        {
            var name = await db.Persons.Where(p => p.Id == personId && p.DisabledAt == null).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken);
            var roles = await db.RoleAssignments.HeldOn(calendar.Today).Where(r => r.PersonId == personId && r.Role != Role.Desk).Select(r => new ScopedRole(r.Role, r.TerritoryId, r.WorkingGroupId, r.SubGroupId)).ToListAsync(cancellationToken);
            if (name is null || roles.Count == 0)
                throw new NotFoundException("Calendar", "");
            user.ActAs(personId, name, roles, user.Door);
        }

        private async Task<IEnumerable<CalendarEntry>> DueAsync(CancellationToken cancellationToken)
        {
            var (_, things) = await desk.ReadAsync(cancellationToken);
            var (from, at) = (calendar.Today.AddDays(-DaysBack), calendar.StartOf(calendar.Today)); // the same all day long, so that a program sees no change where there is none
            return things.Select(t => t.Fact).Where(f => f.DueOn >= from).OrderBy(f => f.DueOn).ThenBy(f => f.Title, StringComparer.Ordinal).ThenBy(f => f.SubjectId).Select(fact =>
                new CalendarEntry(fact.SubjectId, fact.Of is null ? fact.Title : $"{fact.Of}: {fact.Title}", new SessionTime(fact.DueOn, null, null, null, SessionTime.Brussels), at, at)
                {
                    Uid = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{fact.SubjectId:D}-{fact.Kind}-{fact.DueOn:yyyyMMdd}@reminders.ccri"),
                    Description = $"{Words.Of(fact.Kind)}\n\n{Address(fact)}",
                    Address = Address(fact),
                });
        }

        private string Address(ReminderFact fact) => $"{site.Value.Address.TrimEnd('/')}/{fact.Address}";

        /// <summary>Of groups that the person leads or writes in, and of those that its territories are in; who leads all groups has all.</summary>
        private IQueryable<Session> OwnSessions()
        {
            var groups = user.Roles.Where(r => r.Role == Role.Lead).Select(r => r.WorkingGroupId).OfType<Guid>().ToList();
            var territories = user.Roles.Where(r => r.Role == Role.Territory).Select(r => r.TerritoryId).OfType<Guid>().ToList();
            var (leadsAll, today) = (user.Roles.Any(r => r is { Role: Role.Lead, WorkingGroupId: null }), calendar.Today);
            return db.Sessions.Where(s => leadsAll || s.WorkingGroupId != null && (groups.Contains(s.WorkingGroupId.Value)
                || db.GroupMemberships.Any(m => m.WorkingGroupId == s.WorkingGroupId && m.TerritoryId != null && territories.Contains(m.TerritoryId.Value) && (m.From == null || m.From <= today) && (m.To == null || m.To >= today))));
        }
    }
}

public static class FeedRoutes
{
    public static void MapFeeds(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/calendar/{token:regex(^[0-9a-f]{{64}}$)}.ics", async (string token, IMediator mediator, HttpContext context) =>
        {
            var text = await mediator.Send(new ReadFeed.Query(token), context.RequestAborted);
            context.Response.Headers.CacheControl = "private, max-age=900";
            return Results.File(Encoding.UTF8.GetBytes(text), $"{CalendarFile.MediaType}; charset=utf-8", "ccri.ics");
        }).AllowAnonymous();
}
