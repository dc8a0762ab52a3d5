using Ccri.Domain.Knowledge;

namespace Ccri.Web.Features.Shared;

/// <summary>Where a fact comes from, as it is shown under the fact.</summary>
/// <param name="AsOf">Empty: no date is stated.</param>
public sealed record SourceLine(IReadOnlyList<string> Sources, DateOnly? AsOf, Confidence Confidence, string? Remark)
{
    /// <summary>Equal for facts that say the same of where they come from.</summary>
    public string Key => string.Join('\n', [.. Sources, AsOf?.DayNumber.ToString(System.Globalization.CultureInfo.InvariantCulture), Confidence.ToString(), Remark]);

    public static SourceLine? Of(FactNote? note) => note is null ? null : new(note.Sources, note.AsOf, note.Confidence, note.Remark);

    /// <summary>What most of some facts say, to be said once; empty when no two agree.</summary>
    public static SourceLine? Common(IEnumerable<SourceLine?> lines) =>
        lines.OfType<SourceLine>().GroupBy(line => line.Key).Where(same => same.Count() > 1).MaxBy(same => same.Count())?.First();
}
