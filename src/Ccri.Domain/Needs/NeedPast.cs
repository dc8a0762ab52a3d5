namespace Ccri.Domain.Needs;

/// <summary>In which state a need was at the end of an earlier day, told again from what is written down of it.</summary>
public static class NeedPast
{
    /// <param name="steps">Of the need.</param>
    /// <param name="served">The last day of each activity that served it.</param>
    public static NeedState StateOn(DateOnly day, IReadOnlyCollection<NeedStep> steps, IReadOnlyCollection<DateOnly> served)
    {
        var last = steps.Where(s => s.On <= day && s.Kind is NeedStepKind.Judged or NeedStepKind.Dropped or NeedStepKind.Merged or NeedStepKind.Reopened).OrderBy(s => s.At).ThenBy(s => s.Id).LastOrDefault();
        return last switch
        {
            { Kind: NeedStepKind.Dropped or NeedStepKind.Merged } => NeedState.Dropped,
            { Verdict: NeedVerdict.Met } => NeedState.Met,
            { Verdict: NeedVerdict.NotMet } when !served.Any(on => on > last.On && on <= day) => NeedState.NotMet,
            _ => served.Any(on => on <= day) ? NeedState.InSupport : NeedState.Open,
        };
    }
}
