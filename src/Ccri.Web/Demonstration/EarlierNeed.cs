using Ccri.Domain;
using Ccri.Domain.Needs;
using Ccri.Domain.Support;

namespace Ccri.Web.Demonstration;

/// <summary>What an invented need was at the end of an earlier day: told again from its steps and from the activities that had served it by then.</summary>
internal sealed class EarlierNeed(IReadOnlyCollection<Entity> rows)
{
    private readonly ILookup<Guid, NeedStep> _steps = rows.OfType<NeedStep>().ToLookup(step => step.NeedId);
    private readonly ILookup<Guid, DateOnly> _served = rows.OfType<ServedNeed>()
        .Join(rows.OfType<SupportActivity>(), served => served.ActivityId, activity => activity.Id, (served, activity) => (served.NeedId, On: activity.Until ?? activity.On)).ToLookup(served => served.NeedId, served => served.On);

    /// <summary>A part was there when it was split off, though it was raised with the whole.</summary>
    public DateOnly Since(Need need) => need.SplitFromId is null ? need.RaisedOn : _steps[need.Id].Min(step => step.On);

    public Dictionary<string, object?> Was(Need need, DateOnly day)
    {
        if (_steps[need.Id].All(step => step.On <= day) && _served[need.Id].All(on => on <= day))
            return [];
        var state = NeedPast.StateOn(day, [.. _steps[need.Id]], [.. _served[need.Id]]);
        return new()
        {
            [nameof(need.State)] = state,
            [nameof(need.StateReason)] = state == NeedState.Dropped ? need.StateReason : null,
            [nameof(need.MergedIntoId)] = state == NeedState.Dropped ? need.MergedIntoId : null,
        };
    }
}
