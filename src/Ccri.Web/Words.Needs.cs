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

    /// <summary>Up to here a rating suggests a need. Source: our own; the OECD calls these planned or in development.</summary>
    public const int LowRating = 2;

    /// <summary>"+2", "−1", "same", or why the two cannot be compared.</summary>
    public static string OfChange(ComparedAnswer answer) => answer.Change switch
    {
        null => Of(answer.Comparability),
        0 => "same",
        > 0 and var up => $"+{up}",
        var down => $"−{-down}",
    };

    /// <summary>"today", "3 days", "4 months", "2 years": how long something has been waiting.</summary>
    public static string OfAge(DateOnly since, DateOnly today) => (today.DayNumber - since.DayNumber) switch
    {
        <= 0 => "today",
        < 60 and var days => Plural.Of(days, "day"),
        < 730 and var days => Plural.Of(days / 30, "month"),
        var days => Plural.Of(days / 365, "year"),
    };
}
