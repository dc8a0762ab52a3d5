using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Overview;

/// <summary>What whoever asks has taken on: after a contact with a territory, and in a session. Late first, then what is due soonest.</summary>
public sealed class FollowUpReader(CcriDbContext db, CurrentUser user, GroupAccess groups, ProgrammeCalendar calendar)
{
    /// <summary>So many are shown; the rest is counted.</summary>
    public const int Most = 8;

    public async Task<OwnFollowUps> ReadAsync(CancellationToken cancellationToken)
    {
        var (contacts, ofContacts) = await OfContactsAsync(cancellationToken);
        var (sessions, ofSessions) = await OfSessionsAsync(cancellationToken);
        var rows = contacts.Concat(sessions).OrderBy(f => f.Due).ThenBy(f => f.Id).Take(Most).ToList();
        return new OwnFollowUps(rows, ofContacts + ofSessions - rows.Count);
    }

    private async Task<(List<OwnFollowUp> First, int All)> OfContactsAsync(CancellationToken cancellationToken)
    {
        var found = from c in db.LoggedContacts
                    where c.FollowUpOwnerId == user.PersonId && user.PersonId != null && c.FollowUp != null && c.FollowUpDoneAt == null
                    join t in db.Territories on c.TerritoryId equals t.Id
                    orderby c.FollowUpDue, c.Id
                    select new { c.Id, t.Name, t.Slug, c.FollowUp, c.FollowUpDue };
        var rows = await found.Take(Most).ToListAsync(cancellationToken);
        return (rows.ConvertAll(r => new OwnFollowUp(r.Id, r.Name, $"territories/{r.Slug}#contacts", $"territories/{r.Slug}/log/{r.Id}?handler=Done&back=overview", r.FollowUp!, r.FollowUpDue!.Value, Late(r.FollowUpDue.Value))),
            rows.Count < Most ? rows.Count : await found.CountAsync(cancellationToken));
    }

    /// <summary>Also what the territory has taken on that one answers for.</summary>
    private async Task<(List<OwnFollowUp> First, int All)> OfSessionsAsync(CancellationToken cancellationToken)
    {
        var territories = user.Roles.Where(r => r.Role == Role.Territory).Select(r => r.TerritoryId).OfType<Guid>().ToList();
        var visible = groups.Visible(db.Sessions);
        var found = from i in db.SessionItems
                    where i.Kind == ItemKind.Action && i.DoneAt == null && i.Due != null
                    join s in db.Sessions on i.SessionId equals s.Id
                    where i.OwnerId == user.PersonId && user.PersonId != null || i.OwnerTerritoryId != null && territories.Contains(i.OwnerTerritoryId.Value) && visible.Any(v => v.Id == s.Id)
                    orderby i.Due, i.Id
                    select new { i.Id, i.Text, i.Due, i.SessionId, s.Topic };
        var rows = await found.Take(Most).ToListAsync(cancellationToken);
        return (rows.ConvertAll(r => new OwnFollowUp(r.Id, r.Topic, $"working-groups/sessions/{r.SessionId}", $"working-groups/follow-ups?handler=Done&item={r.Id}&back=%2F", r.Text, r.Due!.Value, Late(r.Due.Value))),
            rows.Count < Most ? rows.Count : await found.CountAsync(cancellationToken));
    }

    private int Late(DateOnly due) => Math.Max(0, calendar.Today.DayNumber - due.DayNumber);
}

/// <summary>The first of what the person who asks has taken on.</summary>
/// <param name="More">Besides those shown; the page of reminders has all.</param>
public sealed record OwnFollowUps(IReadOnlyList<OwnFollowUp> Rows, int More);

/// <summary>Something that the person who asks has taken on.</summary>
/// <param name="Of">The territory or the session after which it is to be done.</param>
/// <param name="Address">Of the page of that, without a slash before it.</param>
/// <param name="Done">Where the press of "Done" goes.</param>
/// <param name="DaysLate">Above zero once the due day has passed.</param>
public sealed record OwnFollowUp(Guid Id, string Of, string Address, string Done, string What, DateOnly Due, int DaysLate);
