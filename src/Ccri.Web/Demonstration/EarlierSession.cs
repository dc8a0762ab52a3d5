using Ccri.Domain;
using Ccri.Domain.WorkingGroups;

namespace Ccri.Web.Demonstration;

/// <summary>What an invented session was at the end of an earlier day: its minutes were not as far, its follow-ups not done, its objections not answered.</summary>
internal sealed class EarlierSession(IReadOnlyCollection<Entity> rows)
{
    private readonly Dictionary<Guid, Guid> _items = rows.OfType<SessionItem>().ToDictionary(item => item.Id, item => item.SessionId);

    /// <summary>The session that the row came with.</summary>
    public Guid Of(Entity row) => row switch
    {
        Attendee attendee => attendee.SessionId,
        Guest guest => guest.SessionId,
        SessionItem item => item.SessionId,
        ItemTerritory territory => _items[territory.ItemId],
        ItemSolution solution => _items[solution.ItemId],
        _ => row.Id,
    };

    public Dictionary<string, object?> Was(Session session, DateOnly day)
    {
        if (session.Steps.All(step => DateOnly.FromDateTime(step.At) <= day))
            return [];
        var last = session.Steps.Where(step => DateOnly.FromDateTime(step.At) <= day).MaxBy(step => step.Number);
        return new() { [nameof(session.State)] = last?.To ?? SessionState.Draft, [nameof(session.ChangedAt)] = last?.At ?? session.LoggedAt };
    }

    public static Dictionary<string, object?> Was(SessionItem item, DateOnly day)
    {
        var was = new Dictionary<string, object?>();
        if (item.DoneAt is { } done && DateOnly.FromDateTime(done) > day)
            was[nameof(item.DoneAt)] = null;
        if (item.LeftOutAt is { } left && DateOnly.FromDateTime(left) > day)
            (was[nameof(item.LeftOutReason)], was[nameof(item.LeftOutById)], was[nameof(item.LeftOutAt)]) = (null, null, null);
        return was;
    }

    public static Dictionary<string, object?> Was(Objection objection, DateOnly day) => objection.AnsweredAt is not { } at || DateOnly.FromDateTime(at) <= day ? [] : new()
    {
        [nameof(objection.State)] = ObjectionState.Open, [nameof(objection.Answer)] = null, [nameof(objection.AnsweredById)] = null, [nameof(objection.AnsweredAt)] = null,
    };
}
