namespace Ccri.Domain;

/// <summary>A thing with everything in it, as it stood at some time: rows that keep their ids, each with its fields as text.</summary>
/// <param name="Rows">In any order; no two have the same id.</param>
public sealed record Picture(IReadOnlyList<PictureRow> Rows);

/// <param name="Id">Of the row in the database, the same in every picture it is in.</param>
/// <param name="Noun">What it is, in the words of the code: PlanAction.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Fields">The values as canonical text; a field without a value is left out.</param>
public sealed record PictureRow(Guid Id, string Noun, string Name, IReadOnlyDictionary<string, string> Fields);

/// <summary>What differs in one row; empty before when it was added, empty after when it was removed.</summary>
public sealed record RowDifference(PictureRow? Before, PictureRow? After, IReadOnlyList<FieldDifference> Fields)
{
    public PictureRow Row => After ?? Before!;
}

public sealed record FieldDifference(string Field, string? Before, string? After);

/// <summary>What changed from one picture to another, field by field.</summary>
public static class Comparison
{
    /// <summary>The rows that differ, by noun and id; nothing for a picture and itself, and the mirror image when the two are exchanged.</summary>
    public static IReadOnlyList<RowDifference> Of(Picture before, Picture after)
    {
        var (old, now) = (before.Rows.ToDictionary(r => r.Id), after.Rows.ToDictionary(r => r.Id));
        return [.. old.Keys.Union(now.Keys)
            .Select(id => Of(old.GetValueOrDefault(id), now.GetValueOrDefault(id)))
            .OfType<RowDifference>()
            .OrderBy(d => d.Row.Noun, StringComparer.Ordinal).ThenBy(d => d.Row.Id)];
    }

    private static RowDifference? Of(PictureRow? before, PictureRow? after)
    {
        var names = (before?.Fields.Keys ?? []).Union(after?.Fields.Keys ?? []).Order(StringComparer.Ordinal);
        List<FieldDifference> fields = [.. names
            .Select(name => new FieldDifference(name, before?.Fields.GetValueOrDefault(name), after?.Fields.GetValueOrDefault(name)))
            .Where(field => field.Before != field.After)];
        return fields.Count > 0 || before is null || after is null ? new RowDifference(before, after, fields) : null;
    }
}
