using System.Text.Json.Serialization;
using Ccri.Domain.Knowledge;

namespace Ccri.Web.Features.Shared;

/// <summary>Where a fact comes from, as it is shown under the fact.</summary>
/// <param name="AsOf">Empty: no date is stated.</param>
/// <param name="ConfirmedOn">The day on which somebody last said that it still holds.</param>
public sealed record SourceLine(IReadOnlyList<string> Sources, DateOnly? AsOf, Confidence Confidence, string? Remark, DateOnly? ConfirmedOn = null)
{
    /// <summary>The note itself, for the button that confirms it; no part of what is printed or exported.</summary>
    [JsonIgnore] public Guid Note { get; init; }

    /// <summary>Nobody has looked at it for two quarters.</summary>
    [JsonIgnore] public bool IsStale { get; init; }

    /// <summary>Equal for facts that say the same of where they come from.</summary>
    public string Key => string.Join('\n', [.. Sources, AsOf?.DayNumber.ToString(System.Globalization.CultureInfo.InvariantCulture), Confidence.ToString(), Remark, ConfirmedOn?.DayNumber.ToString(System.Globalization.CultureInfo.InvariantCulture), IsStale ? "stale" : ""]);

    /// <summary>Empty for a note without a source: it only says who confirmed the row.</summary>
    public static SourceLine? Of(FactNote? note, ProgrammeCalendar calendar) => note is null || note.Sources.Count == 0 ? null
        : new(note.Sources, note.AsOf, note.Confidence, note.Remark, note.ConfirmedAt is { } at ? calendar.DayOf(at) : null)
        {
            Note = note.Id,
            IsStale = calendar.DayOf(note.ConfirmedAt ?? note.RecordedAt) < calendar.Today.AddMonths(-FactNote.MonthsUntilStale),
        };

    /// <summary>What most of some facts say, to be said once; empty when no two agree.</summary>
    public static SourceLine? Common(IEnumerable<SourceLine?> lines) =>
        lines.OfType<SourceLine>().GroupBy(line => line.Key).Where(same => same.Count() > 1).MaxBy(same => same.Count())?.First();
}
