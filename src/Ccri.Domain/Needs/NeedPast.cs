namespace Ccri.Domain.Needs;

/// <summary>What became of a need, told again from what is written down of it. The one place where its steps have their order: what is written down late does not undo what came after it.</summary>
public static class NeedPast
{
    /// <summary>In the order in which it happened.</summary>
    public static IEnumerable<NeedStep> InOrder(IEnumerable<NeedStep> steps) => steps.OrderBy(s => s.On).ThenBy(s => s.At).ThenBy(s => s.Id);

    /// <summary>The territory's last word; empty when it has said nothing.</summary>
    public static NeedStep? LastVerdict(IEnumerable<NeedStep> steps) => InOrder(steps).LastOrDefault(s => s.Verdict is not null);

    /// <summary>What decides how it stands: the last verdict, drop, merger or reopening; empty while there was none.</summary>
    public static NeedStep? Deciding(IEnumerable<NeedStep> steps) => InOrder(steps).LastOrDefault(s => s.Kind is NeedStepKind.Judged or NeedStepKind.Dropped or NeedStepKind.Merged or NeedStepKind.Reopened);

    /// <summary>The last days of the activities that served it, together: the latest; empty when none did.</summary>
    public static DateOnly? LastServed(IEnumerable<DateOnly> served) => served.Select(on => (DateOnly?)on).Max();

    /// <summary>In which state it was at the end of a day.</summary>
    /// <param name="steps">Of the need.</param>
    /// <param name="served">The last day of each activity that served it.</param>
    public static NeedState StateOn(DateOnly day, IReadOnlyCollection<NeedStep> steps, IReadOnlyCollection<DateOnly> served)
    {
        var last = Deciding(steps.Where(s => s.On <= day));
        return last switch
        {
            { Kind: NeedStepKind.Dropped or NeedStepKind.Merged } => NeedState.Dropped,
            { Verdict: NeedVerdict.Met } => NeedState.Met,
            { Verdict: NeedVerdict.NotMet } when !served.Any(on => on > last.On && on <= day) => NeedState.NotMet,
            _ => served.Any(on => on <= day) ? NeedState.InSupport : NeedState.Open,
        };
    }
}
