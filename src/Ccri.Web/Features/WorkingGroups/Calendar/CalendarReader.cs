using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Features.WorkingGroups.Calendar;

/// <summary>Sessions for a calendar: what the user may read, and for a territory contact what lies ahead of the groups it is in, without more than topic, time and place.</summary>
public sealed class CalendarReader(CcriDbContext db, GroupAccess groups, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock, IOptions<SiteOptions> site)
{
    /// <summary>In their order. Events of which only the month, the quarter or the year is known are in no calendar.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> ReadAsync(IQueryable<Session> sessions, CancellationToken cancellationToken)
    {
        var exact = sessions.Where(s => s.Precision == DatePrecision.Day);
        var seen = await groups.Visible(exact).AsNoTracking().ToListAsync(cancellationToken);
        var ids = seen.Select(s => s.Id).ToHashSet();
        var ahead = (await Ahead(exact).AsNoTracking().ToListAsync(cancellationToken)).Where(s => !ids.Contains(s.Id)).Select(Entry);
        return [.. seen.Select(s => Entry(s) with { Description = Description(s), Address = Address(s.Id) }).Concat(ahead).OrderBy(e => e.Time.StartsAt).ThenBy(e => e.Id)];
    }

    private IQueryable<Session> Ahead(IQueryable<Session> sessions)
    {
        var (own, today, now) = (user.Roles.Where(r => r is { Role: Role.Territory, TerritoryId: not null }).Select(r => r.TerritoryId!.Value).ToArray(), calendar.Today, clock.GetUtcNow().UtcDateTime);
        return sessions.Where(s => s.StartsAt > now && db.GroupMemberships.Any(m => m.WorkingGroupId == s.WorkingGroupId && m.TerritoryId != null && own.Contains(m.TerritoryId.Value)
            && (m.From == null || m.From <= today) && (m.To == null || m.To >= today)));
    }

    private static CalendarEntry Entry(Session session) => new(session.Id, session.Topic, session.Time, session.LoggedAt, session.ChangedAt)
    {
        Place = session.Place ?? (session.Format == SessionFormat.Online ? Words.Of(SessionFormat.Online) : null),
    };

    private string Description(Session session) => session.Agenda is { } agenda ? $"{agenda}\n\n{Address(session.Id)}" : Address(session.Id);

    private string Address(Guid id) => $"{site.Value.Address.TrimEnd('/')}/working-groups/sessions/{id:D}";
}
