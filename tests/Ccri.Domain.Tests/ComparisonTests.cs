using FsCheck;
using FsCheck.Fluent;

namespace Ccri.Domain.Tests;

public sealed class ComparisonTests
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 6).Select(i => new Guid(i, 0, 0, new byte[8]))];

    /// <summary>Pictures over the same few ids, nouns, fields and values, so that they meet often.</summary>
    private static readonly Gen<PictureRow> Row =
        from noun in Gen.Elements("Plan", "PlanAction")
        from name in Gen.Elements("One", "Two")
        from fields in Gen.ListOf(Gen.Zip(Gen.Elements("Title", "Status", "Budget"), Gen.Elements("a", "b", "")))
        select new PictureRow(Guid.Empty, noun, name, fields.GroupBy(f => f.Item1).ToDictionary(g => g.Key, g => g.First().Item2));

    private static readonly Gen<Picture> Pictures =
        from rows in Gen.ArrayOf(Row, Ids.Length)
        from kept in Gen.ArrayOf(Gen.Elements(true, false), Ids.Length)
        select new Picture([.. rows.Select((row, i) => row with { Id = Ids[i] }).Where((_, i) => kept[i])]);

    private static readonly Arbitrary<Tuple<Picture, Picture>> Two = Gen.Zip(Pictures, Pictures).Select(p => Tuple.Create(p.Item1, p.Item2)).ToArbitrary();

    [Fact]
    public void A_version_compared_with_itself_is_empty() => Prop.ForAll(Pictures.ToArbitrary(), picture => Comparison.Of(picture, picture).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void From_one_to_another_mirrors_the_way_back() => Prop.ForAll(Two, two =>
    {
        var (there, back) = (Comparison.Of(two.Item1, two.Item2), Comparison.Of(two.Item2, two.Item1));
        Spelled(there.Select(Mirrored)).ShouldBe(Spelled(back), ignoreOrder: true);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_rows_and_of_fields_changes_nothing() => Prop.ForAll(Two, two =>
    {
        static Picture Turned(Picture picture) => new([.. picture.Rows.Reverse().Select(row => row with { Fields = row.Fields.Reverse().ToDictionary() })]);
        Spelled(Comparison.Of(Turned(two.Item1), Turned(two.Item2))).ShouldBe(Spelled(Comparison.Of(two.Item1, two.Item2)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_row_of_only_one_picture_is_told_and_of_both_only_what_differs() => Prop.ForAll(Two, two =>
    {
        var (before, after) = (two.Item1.Rows.ToDictionary(r => r.Id), two.Item2.Rows.ToDictionary(r => r.Id));
        var differences = Comparison.Of(two.Item1, two.Item2);
        differences.Where(d => d.Before is null).Select(d => d.Row.Id).ShouldBe(after.Keys.Except(before.Keys), ignoreOrder: true);
        differences.Where(d => d.After is null).Select(d => d.Row.Id).ShouldBe(before.Keys.Except(after.Keys), ignoreOrder: true);
        differences.ShouldAllBe(d => d.Fields.All(f => f.Before != f.After));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_changed_field_is_told_with_both_its_values()
    {
        var (before, after) = (Of(("Status", "Drafting"), ("Title", "Circular X"), ("Budget", "1 EUR")), Of(("Status", "Adopted"), ("Title", "Circular X"), ("AdoptedBy", "City council")));

        Comparison.Of(before, after).ShouldHaveSingleItem().Fields
            .ShouldBe([new("AdoptedBy", null, "City council"), new("Budget", "1 EUR", null), new("Status", "Drafting", "Adopted")]);

        static Picture Of(params (string Field, string Value)[] fields) => new([new PictureRow(Ids[0], "Plan", "Circular X", fields.ToDictionary(f => f.Field, f => f.Value))]);
    }

    private static RowDifference Mirrored(RowDifference difference) => new(difference.After, difference.Before, [.. difference.Fields.Select(f => new FieldDifference(f.Field, f.After, f.Before))]);

    /// <summary>As text: records that hold lists are equal only when they are the same list.</summary>
    private static IEnumerable<string> Spelled(IEnumerable<RowDifference> differences) =>
        [.. differences.Select(d => $"{Name(d.Before)} -> {Name(d.After)}: {string.Join(", ", d.Fields.Select(f => $"{f.Field} {f.Before ?? "nothing"} > {f.After ?? "nothing"}"))}")];

    private static string Name(PictureRow? row) => row is null ? "nothing" : $"{row.Noun} {row.Id} {row.Name}";
}
