using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>Reads who came. Sessions count that took place and of which somebody has said who was there; events do not, because nobody is missed at them.</summary>
public sealed class AttendanceReader(CcriDbContext db, TimeProvider clock)
{
    public async Task<AttendanceBook> ReadAsync(IQueryable<Session> sessions, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var counted = sessions.Where(s => s.Kind == SessionKind.Session && s.WorkingGroupId != null && s.StartsAt <= now && s.Attendees.Any() && !s.Attendees.Any(a => a.Presence == Presence.Expected));
        var held = await counted.OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Select(s => new HeldSession(s.Id, s.WorkingGroupId!.Value, s.On, s.Topic)).ToListAsync(cancellationToken);
        var marks = await db.Attendees.Where(a => a.Category != null && counted.Any(s => s.Id == a.SessionId)).Select(a => new { a.SessionId, a.TerritoryId, a.OrganisationId, a.Presence }).ToListAsync(cancellationToken);
        return new AttendanceBook(held, marks.ToDictionary(m => (m.SessionId, (m.TerritoryId ?? m.OrganisationId)!.Value), m => m.Presence));
    }
}

/// <summary>A session that took place.</summary>
public sealed record HeldSession(Guid Id, Guid GroupId, DateOnly On, string Topic);

/// <param name="Sessions">Oldest first.</param>
/// <param name="Marks">Of members; who was none then has no mark.</param>
public sealed record AttendanceBook(IReadOnlyList<HeldSession> Sessions, IReadOnlyDictionary<(Guid SessionId, Guid Key), Presence> Marks)
{
    /// <summary>How a member of a group came to its sessions.</summary>
    /// <param name="key">Of the territory or organisation.</param>
    public Attended Of(Guid groupId, Guid key) =>
        new([.. Sessions.Where(s => s.GroupId == groupId).Select(s => Marks.TryGetValue((s.Id, key), out var presence) ? presence : (Presence?)null)]);
}

/// <param name="Marks">Oldest first; empty where it was no member then.</param>
public sealed record Attended(IReadOnlyList<Presence?> Marks)
{
    /// <summary>So often in a row is worth a call.</summary>
    public const int TooOften = 3;

    public int Came => Marks.Count(m => m == Presence.Present);

    /// <summary>Sessions at which it was expected.</summary>
    public int Of => Marks.Count(m => m is not null);

    /// <summary>Counted from the newest session back.</summary>
    public int MissedInARow => Marks.OfType<Presence>().Reverse().TakeWhile(m => m == Presence.Missing).Count();

    /// <summary>From 0 to 1; empty when it was never expected.</summary>
    public decimal? Rate => Of == 0 ? null : (decimal)Came / Of;

    /// <summary>"4 of 5".</summary>
    public string? Words => Of == 0 ? null : FormattableString.Invariant($"{Came} of {Of}");

    public Attended Last(int sessions) => new([.. Marks.Skip(Math.Max(0, Marks.Count - sessions))]);
}
