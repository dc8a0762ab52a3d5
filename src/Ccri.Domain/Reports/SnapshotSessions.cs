using Ccri.Domain.Solutions;
using Ccri.Domain.WorkingGroups;

namespace Ccri.Domain.Reports;

/// <summary>A session or event of the period that has to do with a territory: it came, was missed, or was spoken of.</summary>
/// <param name="Group">The name of the working group; empty of an event for everybody.</param>
/// <param name="LastOn">Empty when it took one day.</param>
/// <param name="Presence">Empty of a territory that was only spoken of; never <see cref="Presence.Expected"/>, which says nothing yet.</param>
public sealed record SnapshotSession(Guid Id, string? Group, SessionKind Kind, string Topic, DateOnly On, DateOnly? LastOn, SessionFormat? Format, Presence? Presence)
{
    /// <summary>What was said that names the territory, once the minutes are circulated or final.</summary>
    public IReadOnlyList<SnapshotSessionItem> Items { get; init; } = [];
}

/// <param name="Dimension">Empty when none was chosen.</param>
public sealed record SnapshotSessionItem(ItemKind Kind, string Text, FactorDimension? Dimension);
