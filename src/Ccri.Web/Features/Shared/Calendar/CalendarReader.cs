using Ccri.Domain;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Features.Shared.Calendar;

/// <summary>Sessions for a calendar: what the user may read, and for a territory contact what lies ahead of the groups it is in, without more than topic, time and place.</summary>
public sealed class CalendarReader(GroupAccess groups, TimeProvider clock, IOptions<SiteOptions> site)
{
    /// <summary>In their order. Events of which only the month, the quarter or the year is known are in no calendar.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> ReadAsync(IQueryable<Session> sessions, CancellationToken cancellationToken)
    {
        var exact = sessions.Where(s => s.Precision == DatePrecision.Day);
        var seen = await groups.Visible(exact).AsNoTracking().ToListAsync(cancellationToken);
        var ids = seen.Select(s => s.Id).ToHashSet();
        var ahead = (await groups.Ahead(exact, clock.GetUtcNow().UtcDateTime).AsNoTracking().ToListAsync(cancellationToken)).Where(s => !ids.Contains(s.Id)).Select(Entry);
        return [.. seen.Select(s => Entry(s) with { Description = Description(s), Address = Address(s.Id) }).Concat(ahead).OrderBy(e => e.Time.StartsAt).ThenBy(e => e.Id)];
    }

    private static CalendarEntry Entry(Session session) => new(session.Id, session.Topic, session.Time, session.LoggedAt, session.ChangedAt)
    {
        Place = session.Place ?? (session.Format == SessionFormat.Online ? Words.Of(SessionFormat.Online) : null),
    };

    private string Description(Session session) => session.Agenda is { } agenda ? $"{agenda}\n\n{Address(session.Id)}" : Address(session.Id);

    private string Address(Guid id) => $"{site.Value.Address.TrimEnd('/')}/working-groups/sessions/{id:D}";
}
