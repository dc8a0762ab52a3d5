using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Web.Charts;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents;

/// <summary>How days, money and statuses stand in the tables of all documents.</summary>
internal static class Cells
{
    public const string Withheld = "withheld";

    private const decimal Million = 100_000_000; // in cents

    public static StatusMark Mark(Rag status) => status switch { Rag.OnTrack => StatusMark.Ok, Rag.AtRisk => StatusMark.Risk, Rag.OffTrack => StatusMark.Off, Rag.Complete => StatusMark.Done, _ => StatusMark.None };

    public static MarkKind Shape(Rag status) => status switch { Rag.OnTrack => MarkKind.Circle, Rag.AtRisk => MarkKind.Triangle, Rag.OffTrack => MarkKind.Square, Rag.Complete => MarkKind.Diamond, _ => MarkKind.Ring };

    public static Cell? Status(Rag? status, string? text = null) => status is { } s ? new StatusCell(Mark(s), Words.Of(s), text) : null;

    public static Cell? Status(SnapshotStatus? status) => Status(status?.Status);

    public static Cell? Day(DateOnly? day) => day is { } d ? Wording.Date(d) : (Cell?)null;

    /// <summary>A day, how late it is, and what is expected instead.</summary>
    public static Cell? Due(DateOnly? day, int daysLate, DateOnly? forecast = null) => day is not { } d ? null : daysLate <= 0 && forecast is null ? Wording.Date(d) : new TextCell(Wording.Date(d))
    {
        Late = daysLate > 0 ? Wording.Late(daysLate) : null,
        Note = forecast is { } f && f != d ? $"expected {Wording.Date(f)}" : null,
    };

    /// <summary>Of cents of euro: "12.35", for a column headed EUR million.</summary>
    public static Cell? Millions(long? cents) => cents is { } c ? Wording.Number(c / Million, 2) : (Cell?)null;

    public static Cell? Millions(Sum sum) => sum.IsKnown ? Millions((long?)sum.Cents) : null;

    /// <summary>Of cents of euro: "EUR 4.2 million".</summary>
    public static string Euro(long cents) => Wording.Euro(cents / 100m);

    public static string Money(long cents, string currency) => currency == Ccri.Domain.Plans.Money.Euro ? Euro(cents) : Words.Briefly(cents, currency).Replace(' ', '\u00a0');

    public static Amount Amount(long cents) => new(cents, Euro(cents));

    /// <summary>"12.5 t/year": numbers and units do not part.</summary>
    public static string Quantity(decimal value, string unit) => Words.IsPlain(unit) ? Words.Quantity(value) : $"{Words.Quantity(value)}\u00a0{unit}";

    public static string Title(string number, string title) => number.Length == 0 ? title : $"{number} {title}";

    /// <summary>As many rows as print well, and a sentence about the rest.</summary>
    public static (IReadOnlyList<T> Shown, string? More) AtMost<T>(IReadOnlyList<T> rows, int most) =>
        rows.Count <= most ? (rows, null) : ([.. rows.Take(most)], More(rows.Count - most));

    /// <summary>The same of rows beneath heads: a head is no row, and stands only over one.</summary>
    public static (IReadOnlyList<TableRow> Shown, string? More) AtMost(IReadOnlyList<TableRow> rows, int most)
    {
        var all = rows.Count(r => r.Group is null);
        if (all <= most)
            return (rows, null);
        var (shown, last) = (0, 0);
        for (var i = 0; shown < most; i++)
            if (rows[i].Group is null)
                (shown, last) = (shown + 1, i + 1);
        return ([.. rows.Take(last)], More(all - most));
    }

    /// <summary>Rows each with a key of its own: what is told twice of the same thing is numbered.</summary>
    public static IReadOnlyList<TableRow> Unique(IEnumerable<TableRow> rows) =>
        [.. rows.GroupBy(r => r.Key).SelectMany(g => g.Select((r, i) => i == 0 ? r : r with { Key = FormattableString.Invariant($"{g.Key}-{i + 1}") }))];

    private static string More(int rows) => $"{Wording.Count(rows, "more row")} {(rows == 1 ? "is" : "are")} in the facts attached to this file.";

    /// <summary>Several sentences about one table.</summary>
    public static Provenance? Beneath(string? sentence, Provenance? source) =>
        sentence is null ? source : source is null ? sentence : source with { Text = $"{sentence} {source.Text}" };
}
