using Ccri.Domain.Needs;

namespace Ccri.Web;

/// <summary>The words of assessments and needs.</summary>
public static partial class Words
{
    public static string Of(NeedState state) => state switch { NeedState.InSupport => "In support", NeedState.NotMet => "Not met", _ => state.ToString() };

    public static string Of(NeedVerdict verdict) => verdict switch { NeedVerdict.Partly => "Partly met", NeedVerdict.NotMet => "Not met", _ => "Met" };

    public static string Of(RoundKind kind) => kind == RoundKind.Self ? "Self-assessment" : "Assessment by the support office";

    public static string Of(Comparability comparability) => comparability switch
    {
        Comparability.NotAnswered => "not answered both times",
        Comparability.NotAskedBefore => "not asked before",
        Comparability.NoLongerAsked => "asked no more",
        _ => "comparable",
    };

    /// <summary>The steps of a rating, in the office's own words.</summary>
    public static string OfRating(int value) => value switch
    {
        0 => "Nothing yet",
        1 => "First ideas",
        2 => "Planned",
        3 => "Being set up",
        4 => "In place",
        5 => "In place and reviewed",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "A rating is between 0 and 5."),
    };

    public static string Of(NeedStepKind kind) => kind switch
    {
        NeedStepKind.TookOver => "Took over another",
        NeedStepKind.Split => "Split",
        NeedStepKind.Merged => "Merged into another",
        _ => kind.ToString(),
    };
}
