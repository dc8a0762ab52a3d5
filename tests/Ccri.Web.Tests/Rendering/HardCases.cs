using Ccri.Web.Rendering;

namespace Ccri.Web.Tests.Rendering;

/// <summary>What broke other systems' reports.</summary>
internal static class HardCases
{
    public const string Odd = """#let x = 1 *bold* _em_ $a$ <x> `code` @ref // c /* d */ \n [y] & "q" ' ~ -- ... = H 1. - + / \# #panic("x")""";
    public const string Names = "Δυτική Μακεδονία · Пловдив · Łódź · Gdańsk · Guimarães · Møre og Romsdal · Ħal Għaxaq · Târgu Mureș · Şişli · 1 000 €";
    public static readonly string Long = string.Concat(Enumerable.Repeat("Abcdefghij", 30));
    public static readonly string Narrative = string.Concat(Enumerable.Repeat("The territory explains at length why the soil register is late and what has been agreed since. ", 8));

    public static readonly IReadOnlyList<Block> EveryKind =
    [
        new CoverBlock(Odd, [new(Odd, Odd), new("Status", "Complete") { Mark = StatusMark.Done }]) { Unit = "Unit", Foot = Odd, Art = Examples.Bars },
        new ContentsBlock(Odd),
        new TitleBlock("Initiative", [new("Status", "No data") { Mark = StatusMark.None }]),
        new HeadingBlock(1, Odd) { Key = "h1", Number = "1" },
        new HeadingBlock(2, Long) { Key = "h2" },
        new HeadingBlock(3, "Third"),
        new ParagraphBlock(Odd + "\n" + Names) { Ref = "1.1", Source = Odd },
        new ParagraphBlock(Long),
        new KeyValuesBlock([new(Long, Odd) { Source = new Provenance(Odd, Stale: true) }, new(Odd, Long)]) { Title = Odd, Source = Odd },
        new FiguresBlock([new("0", Odd) { Unit = "%", Note = Odd }]) { Title = "One figure" },
        new TableBlock([new("No."), new("Δυτική Μακεδονία") { Width = 1 }, new("Пловдив") { Width = 1 }, new("Łódź") { Kind = ColumnKind.Decimal }],
            [
                TableRow.Over("Group", StatusMark.Ok, "note"),
                TableRow.Of("1", Odd, Long, "Пловдивска област", "1"),
                TableRow.Of("2", "x", new StatusCell(StatusMark.Risk, "At risk", "why"), new DrawingCell(Examples.Bars, "Bars", 70), "2.55"),
                TableRow.Sum("3", "y", "", new TextCell(new RichText(new Run("a", Strong: true), new Run("b"))) { Strong = true }, new TextCell("-3.1") { Note = Odd, Late = "1 day late" }),
            ]) { Title = Odd, Label = "Table 1", Subtitle = Odd, Source = Odd },
        new TableBlock([new("A")], []) { Title = "Nothing", Empty = "No action was recorded in this period." },
        new StatusBlock(StatusMark.Off, "Off track", Odd, Long) { Was = "unchanged", Source = Odd, Large = true },
        new StatusBlock(StatusMark.Ok, "On track", "Without a source", "Fine."),
        new ChartBlock("Chart", Examples.Bars, "One bar.") { Label = "Figure 1", Subtitle = Odd, Source = Odd, Table = new([new("A"), new("B") { Kind = ColumnKind.Number }], [TableRow.Of("1", "a", "1")]) },
        new NoteBlock(Long) { Title = Odd },
        new ListBlock([Odd, Long]),
        new ListBlock(["one", new RichText(new Run("two", Href: "mailto:a@example.org"))]) { Ordered = true },
        new PageBreakBlock(),
        new LandscapeBlock(),
        new ParagraphBlock("Turned."),
        new PortraitBlock(),
        new VerificationBlock("How to check", "SHA-256", new string('a', 64), [new("Frozen", "today")]),
    ];

    /// <summary>A table that takes the typesetter many seconds and much memory.</summary>
    public static RenderJob Endless => EndlessMade.Value;

    private static readonly Lazy<RenderJob> EndlessMade = new(() => Examples.Job(new TableBlock(
        [.. Enumerable.Range(0, 8).Select(i => new Column("Column " + i) { Width = 1 })],
        [.. Enumerable.Range(0, 20_000).Select(r => TableRow.Of("r" + r, [.. Enumerable.Range(0, 8).Select(c => (Cell?)$"Words in row {r}, column {c}")]))])));
}
