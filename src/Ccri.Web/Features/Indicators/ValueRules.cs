using Ccri.Domain.Indicators;

namespace Ccri.Web.Features.Indicators;

/// <summary>What only the other values of a series can tell of a new one.</summary>
internal static class ValueRules
{
    /// <summary>Why a value is refused, and at which field: "Value", or "Right" when it only has to be said again.</summary>
    /// <param name="right">The value once more, of whoever says that it is right although it is far from the last one.</param>
    /// <param name="instead">The value whose place it takes.</param>
    public static (string Field, string Sentence)? FaultOf(SeriesRow series, string? typed, DateOnly day, string? right, Guid? instead = null)
    {
        if (ComputedIndicators.Contains(series.Code))
            return ("Value", $"“{series.Name}” is counted by the system from its own rows. Leave it empty.");
        var read = TypedValue.Read(typed, series.Unit);
        if (read.Value is not { } value)
            return ("Value", read.Fault ?? "Enter the value.");
        var others = series.Values.Where(v => v.Id != instead).ToList();
        if (others.Find(v => v.On == day) is { } there)
            return ("Value", $"There is a value for {Words.Of(day)}: {Words.ExactValue(there.Value, series.Unit)}. Correct that one, or choose another day.");
        return Before(others, day) is { } last && Observation.IsFarOff(value, last.Value) && Answered(right) != Answered(typed)
            ? ("Right", $"{Words.ExactValue(value, series.Unit)} is {(Math.Abs(value) > Math.Abs(last.Value) ? "ten times the last value or more" : "a tenth of the last value or less")}: {Words.ExactValue(last.Value, series.Unit)} on {Words.Of(last.On)}. Is it right?")
            : null;
    }

    /// <summary>The newest one before the day; of a day before all others the first one.</summary>
    private static SeriesValue? Before(List<SeriesValue> oldestFirst, DateOnly day) => oldestFirst.FindLast(v => v.On < day) ?? oldestFirst.FirstOrDefault();

    private static string Answered(string? text) => (text ?? "").Trim();
}
