using Ccri.Domain.Indicators;
using Ccri.Domain.Programme;

namespace Ccri.Domain.Statuses;

/// <summary>An indicator that a territory or a solution follows, against its target.</summary>
/// <param name="Actual">See <see cref="TargetProgress.Actual"/>; empty while there is no value.</param>
public sealed record FollowedIndicator(Guid Id, string Name, Direction Direction, decimal? Baseline, DateOnly? BaselineOn, decimal? Target, DateOnly? TargetOn, DatedValue? Actual) : Followed(Id, Name)
{
    public override StatusKind Kind => StatusKind.Indicator;

    /// <summary>Without a target there is nothing to be held against: it has no status.</summary>
    public override bool IsOut => Target is null;

    public override IEnumerable<object?> Facts => [Direction, Baseline, BaselineOn, Target, TargetOn, Actual?.On, Actual?.Value];

    public override Reading? Read(DateOnly day)
    {
        if (Target is not { } target || TargetOn is not { } by)
            return new Reading(Rag.NoData, Cause.NoTarget);
        if (Actual is { } reached && TargetProgress.IsReached(Direction, reached.Value, target))
            return new Reading(Rag.Complete, Cause.Reached, reached.On);
        if (day > by)
            return DayRule.Read(by, null, day);
        if (Actual is not { } actual)
            return new Reading(Rag.NoData, Cause.NoValue, by);
        var isBehind = TargetProgress.Expected(Baseline, BaselineOn, target, by, actual.On) is { } expected && !TargetProgress.IsReached(Direction, actual.Value, expected);
        return isBehind ? new Reading(Rag.AtRisk, Cause.BehindPath, by) : new Reading(Rag.OnTrack, Cause.OnPath, by);
    }
}
