using System.Globalization;
using Ccri.Domain;
using Ccri.Domain.Milestones;

namespace Ccri.Web.Demonstration;

/// <summary>The picture of an invented roadmap as it stood on a day: each milestone due when it was agreed then.</summary>
internal static class EarlierRoadmap
{
    /// <param name="milestones">By id, with their moves.</param>
    /// <param name="isFirst">The last milestone was added after the first version.</param>
    public static Picture At(Picture picture, IReadOnlyDictionary<Guid, Milestone> milestones, DateOnly on, bool isFirst)
    {
        var last = milestones.Values.MaxBy(m => (m.FirstDue, m.Id))?.Id;
        return new Picture([.. picture.Rows.Where(row => !isFirst || row.Id != last).Select(row => row with { Fields = Fields(row, milestones[row.Id], on) })]);
    }

    private static Dictionary<string, string> Fields(PictureRow row, Milestone milestone, DateOnly on)
    {
        var fields = row.Fields.ToDictionary();
        var later = milestone.Moves.OrderBy(move => move.Id).FirstOrDefault(move => move.Kind == MoveKind.Due && DateOnly.FromDateTime(move.At) > on);
        fields[nameof(Milestone.Due)] = (later?.From ?? milestone.Due).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        fields.Remove(nameof(Milestone.Forecast));
        fields.Remove(nameof(Milestone.BlockedBy));
        if (milestone.DoneOn > on)
            fields.Remove(nameof(Milestone.DoneOn));
        return fields;
    }
}
