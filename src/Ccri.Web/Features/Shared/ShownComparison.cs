using Ccri.Domain;

namespace Ccri.Web.Features.Shared;

/// <summary>What differs between two pictures, as <c>_Comparison</c> shows it.</summary>
/// <param name="Before">What the earlier one is called: "Version 1 of 3 May 2025".</param>
/// <param name="After">What the later one is called: "Now".</param>
public sealed record ShownComparison(string Before, string After, IReadOnlyList<RowDifference> Rows)
{
    /// <summary>What a row is in words, of its noun: "PlanAction" is "Action".</summary>
    public Func<string, string> Noun { get; init; } = Words.OfProperty;

    /// <summary>What a field is called.</summary>
    public Func<string, string> Field { get; init; } = Words.OfProperty;

    /// <summary>The canonical text of a value as people read it; of its field and itself.</summary>
    public Func<string, string, string> Value { get; init; } = (_, value) => value;

    public IReadOnlyList<RowDifference> Added => [.. Rows.Where(r => r.Before is null)];
    public IReadOnlyList<RowDifference> Removed => [.. Rows.Where(r => r.After is null)];
    public IReadOnlyList<RowDifference> Changed => [.. Rows.Where(r => r is { Before: not null, After: not null })];

    /// <summary>"2 added, 1 removed, 3 changed".</summary>
    public string Counted => $"{Words.Of(Added.Count)} added, {Words.Of(Removed.Count)} removed, {Words.Of(Changed.Count)} changed";

    public string Shown(string field, string? value) => value is null ? "–" : Value(field, value);
}
