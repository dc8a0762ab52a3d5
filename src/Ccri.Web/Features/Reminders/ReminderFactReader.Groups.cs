using Ccri.Domain;
using Ccri.Domain.Reminders;
using Ccri.Domain.WorkingGroups;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Of sessions and contacts.</summary>
public sealed partial class ReminderFactReader
{
    /// <summary>The session has taken place, or will have by the last day asked for, and its minutes are a draft. An event of which only the season is known is history from before this system.</summary>
    private async Task<IEnumerable<ReminderFact>> MinutesAsync(Asked asked, CancellationToken cancellationToken)
    {
        var rows = await asked.Only(db.Sessions.Where(s => s.State == SessionState.Draft && s.Precision == DatePrecision.Day && s.On <= asked.Until)).OrderBy(s => s.Id).Select(s => new
        {
            s.Id, s.Topic, s.On, s.LastOn, s.LoggedById, s.WorkingGroupId, s.SubGroupId, Group = db.WorkingGroups.Where(g => g.Id == s.WorkingGroupId).Select(g => g.Name).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        return rows.Where(s => (s.LastOn ?? s.On) <= asked.Until)
            .Select(s => new ReminderFact(ReminderKind.MinutesMissing, s.Id, s.LastOn ?? s.On, $"Minutes of “{s.Topic}”", $"working-groups/sessions/{s.Id}")
            {
                OpenFrom = s.LastOn ?? s.On, Of = s.Group, Readers = ReminderReaders.Office,
                People = Told(Able(asked, s.LoggedById, readers: ReminderReaders.Office), Leads(asked, s.WorkingGroupId, s.SubGroupId), coordinators: asked.People.Coordinators),
            });
    }

    private async Task<IEnumerable<ReminderFact>> FollowUpsAsync(Asked asked, CancellationToken cancellationToken) =>
        (await OfContactsAsync(asked, cancellationToken)).Concat(await OfSessionsAsync(asked, cancellationToken));

    private async Task<IEnumerable<ReminderFact>> OfContactsAsync(Asked asked, CancellationToken cancellationToken)
    {
        var rows = await asked.Only(db.LoggedContacts.Where(c => c.FollowUp != null && c.FollowUpDue != null && c.FollowUpDoneAt == null)).OrderBy(c => c.Id)
            .Select(c => new { c.Id, c.TerritoryId, c.FollowUp, c.FollowUpDue, c.FollowUpOwnerId }).ToListAsync(cancellationToken);
        return rows.Where(c => asked.Places.ContainsKey(c.TerritoryId)).Select(c => (Row: c, Place: asked.Places[c.TerritoryId]))
            .Select(c => new ReminderFact(ReminderKind.FollowUp, c.Row.Id, c.Row.FollowUpDue!.Value, c.Row.FollowUp!, $"territories/{c.Place.Slug}#contacts")
            {
                TerritoryId = c.Place.Id, Of = c.Place.Name, Country = c.Place.Country, Readers = ReminderReaders.Office,
                People = Told(Able(asked, c.Row.FollowUpOwnerId, readers: ReminderReaders.Office), officers: asked.People.OfficersOf(c.Place.Id), coordinators: asked.People.Coordinators),
            });
    }

    /// <summary>Of a person, or of a territory: then its contacts are meant, once they may read the session (<see cref="Security.GroupAccess.Visible"/>).</summary>
    private async Task<IEnumerable<ReminderFact>> OfSessionsAsync(Asked asked, CancellationToken cancellationToken)
    {
        var today = asked.Today;
        var rows = await (from i in asked.Only(db.SessionItems.Where(i => i.Kind == ItemKind.Action && i.DoneAt == null && i.Due != null))
                          join s in db.Sessions on i.SessionId equals s.Id
                          orderby i.Id
                          select new
                          {
                              i.Id, i.Text, i.Due, i.OwnerId, i.OwnerTerritoryId, i.SessionId, s.WorkingGroupId, s.SubGroupId,
                              Group = db.WorkingGroups.Where(g => g.Id == s.WorkingGroupId).Select(g => g.Name).FirstOrDefault(),
                              IsReadThere = s.State != SessionState.Draft && (s.WorkingGroupId == null && s.State == SessionState.Final || s.Attendees.Any(a => a.TerritoryId != null && a.TerritoryId == i.OwnerTerritoryId)
                                  || db.GroupMemberships.Any(m => m.WorkingGroupId == s.WorkingGroupId && m.TerritoryId != null && m.TerritoryId == i.OwnerTerritoryId
                                      && ((m.From == null || m.From <= s.On) && (m.To == null || m.To >= s.On) || (m.From == null || m.From <= today) && (m.To == null || m.To >= today)))),
                          }).ToListAsync(cancellationToken);
        return rows.Where(i => i.OwnerTerritoryId is not { } territory || asked.Places.ContainsKey(territory)).Select(i =>
        {
            var place = i.OwnerTerritoryId is { } territory ? asked.Places[territory] : null;
            return new ReminderFact(ReminderKind.FollowUp, i.Id, i.Due!.Value, i.Text, $"working-groups/sessions/{i.SessionId}")
            {
                TerritoryId = place?.Id, Of = place?.Name ?? i.Group, Country = place?.Country,
                People = Told(place is null ? Able(asked, i.OwnerId) : i.IsReadThere ? asked.People.ContactsOf(place.Id) : [], Leads(asked, i.WorkingGroupId, i.SubGroupId),
                    place is null ? [] : asked.People.OfficersOf(place.Id), asked.People.Coordinators),
            };
        });
    }

    /// <summary>Who took it on, unless they have left or may not see it any more.</summary>
    private static IReadOnlyList<Guid> Able(Asked asked, Guid? person, ReminderReaders readers = ReminderReaders.WhoeverSeesTheTerritory) => person is { } id && asked.People.MayBeTold(id, null, readers) ? [id] : [];

    private static IReadOnlyList<Guid> Leads(Asked asked, Guid? group, Guid? subGroup) => group is { } id ? asked.People.LeadsOf(id, subGroup) : [];
}
