using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Who can be reminded on a day, and of what: everybody who may sign in, by the roles that count on it. The desk never is. Thousands of facts ask for the same few people, so each answer is kept.</summary>
public sealed class ReminderPeople
{
    private readonly Dictionary<Guid, List<ScopedRole>> _roles;
    private readonly Dictionary<Guid, IReadOnlyList<Guid>> _contacts = [], _officers = [];
    private readonly Dictionary<(Guid, Guid?), IReadOnlyList<Guid>> _leads = [];

    private ReminderPeople(Dictionary<Guid, List<ScopedRole>> roles)
    {
        _roles = roles;
        Coordinators = [.. Having(r => r.Role == Role.Coordinator)];
        OfficersOfAll = [.. Having(r => r is { Role: Role.Officer, TerritoryId: null })];
    }

    public IReadOnlyList<Guid> Coordinators { get; }
    public IReadOnlyList<Guid> OfficersOfAll { get; }

    public static async Task<ReminderPeople> ReadAsync(CcriDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await db.RoleAssignments.HeldOn(today).Where(r => r.Role != Role.Desk && db.Persons.Any(p => p.Id == r.PersonId && p.DisabledAt == null))
            .OrderBy(r => r.PersonId).ThenBy(r => r.Id).Select(r => new { r.PersonId, r.Role, r.TerritoryId, r.WorkingGroupId, r.SubGroupId }).ToListAsync(cancellationToken);
        return new ReminderPeople(rows.GroupBy(r => r.PersonId).ToDictionary(g => g.Key, g => g.Select(r => new ScopedRole(r.Role, r.TerritoryId, r.WorkingGroupId, r.SubGroupId)).ToList()));
    }

    /// <summary>Whether a person can sign in at all and is more than a desk officer.</summary>
    public bool Has(Guid personId) => _roles.ContainsKey(personId);

    /// <summary>The contacts of a territory.</summary>
    public IReadOnlyList<Guid> ContactsOf(Guid territoryId) => Kept(_contacts, territoryId, id => [.. Having(r => r.Role == Role.Territory && r.TerritoryId == id)]);

    /// <summary>The officers who look after it: those of that territory; where there is none, those of all.</summary>
    public IReadOnlyList<Guid> OfficersOf(Guid territoryId) =>
        Kept(_officers, territoryId, id => Having(r => r.Role == Role.Officer && r.TerritoryId == id).ToList() is { Count: > 0 } own ? own : OfficersOfAll);

    /// <summary>Who leads a group, or coordinates the sub-group of it; where there is none, who leads all groups.</summary>
    public IReadOnlyList<Guid> LeadsOf(Guid groupId, Guid? subGroupId) => Kept(_leads, (groupId, subGroupId), of =>
        Having(r => r.Role == Role.Lead && r.WorkingGroupId == of.Item1 && (r.SubGroupId is null || r.SubGroupId == of.Item2)).ToList() is { Count: > 0 } own ? own
        : [.. Having(r => r is { Role: Role.Lead, WorkingGroupId: null })]);

    /// <summary>Whether a person whom something was handed over to may see what it is about: live work of a territory is not for the contacts of another.</summary>
    public bool MayBeTold(Guid personId, ReminderFact fact) => MayBeTold(personId, fact.TerritoryId, fact.Readers);

    /// <inheritdoc cref="MayBeTold(Guid, ReminderFact)"/>
    public bool MayBeTold(Guid personId, Guid? territoryId, ReminderReaders readers = ReminderReaders.WhoeverSeesTheTerritory) => _roles.TryGetValue(personId, out var roles) && readers switch
    {
        ReminderReaders.Coordinators => roles.Exists(r => r.Role == Role.Coordinator),
        ReminderReaders.Office => roles.Exists(r => r.Role is Role.Officer or Role.Lead or Role.Coordinator),
        _ => territoryId is not { } territory || roles.Exists(r => r.Role is Role.Officer or Role.Lead or Role.Coordinator || r.TerritoryId == territory),
    };

    private static IReadOnlyList<Guid> Kept<TKey>(Dictionary<TKey, IReadOnlyList<Guid>> kept, TKey key, Func<TKey, IReadOnlyList<Guid>> find) where TKey : notnull =>
        kept.TryGetValue(key, out var known) ? known : kept[key] = find(key);

    private IEnumerable<Guid> Having(Func<ScopedRole, bool> role) => _roles.Where(p => p.Value.Exists(r => role(r))).Select(p => p.Key);
}
