using Ccri.Domain;
using Ccri.Domain.Needs;
using Ccri.Domain.Support;

namespace Ccri.Web.Demonstration;

/// <summary>What an invented need was at the end of an earlier day: told again from its steps and from the activities that had served it by then.</summary>
internal sealed class EarlierNeed(IReadOnlyCollection<Entity> rows)
{
    private readonly ILookup<Guid, NeedStep> _steps = rows.OfType<NeedStep>().ToLookup(step => step.NeedId);
    private readonly ILookup<Guid, DateOnly> _served = rows.OfType<ServedNeed>()
        .Join(rows.OfType<SupportActivity>(), served => served.ActivityId, activity => activity.Id, (served, activity) => (served.NeedId, activity.On)).ToLookup(served => served.NeedId, served => served.On);

    /// <summary>A part was there when it was split off, though it was raised with the whole.</summary>
    public DateOnly Since(Need need) => need.SplitFromId is null ? need.RaisedOn : _steps[need.Id].Min(step => step.On);

    public Dictionary<string, object?> Was(Need need, DateOnly day)
    {
        if (_steps[need.Id].All(step => step.On <= day) && _served[need.Id].All(on => on <= day))
            return [];
        var over = _steps[need.Id].Any(step => step.On <= day && step.Kind is NeedStepKind.Dropped or NeedStepKind.Merged);
        return new()
        {
            [nameof(need.State)] = over ? NeedState.Dropped : StateAt(need, day),
            [nameof(need.StateReason)] = over ? need.StateReason : null,
            [nameof(need.MergedIntoId)] = over ? need.MergedIntoId : null,
        };
    }

    private NeedState StateAt(Need need, DateOnly day) =>
        _steps[need.Id].Where(step => step.On <= day && step.Verdict is not null).MaxBy(step => step.On)?.Verdict switch
        {
            NeedVerdict.Met => NeedState.Met,
            NeedVerdict.NotMet => NeedState.NotMet,
            _ => _served[need.Id].Any(on => on <= day) ? NeedState.InSupport : NeedState.Open,
        };
}
