using System.Globalization;

namespace Ccri.Web.Charts;

/// <summary>
/// A drawing of a few numbers, made on the server as SVG: the same for the page, the mail and the PDF, without script and without style.
/// Words (amounts, dates, names) arrive finished, so that a chart knows no culture; its geometry is written invariantly.
/// </summary>
public abstract record Chart
{
    /// <summary>Nothing to draw: whoever shows the chart says so in a sentence instead.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>What the drawing shows, in one sentence, for those who do not see it.</summary>
    public abstract string Summary { get; }

    /// <summary>The same facts as a table; every cell is a finished word.</summary>
    public abstract ChartNumbers Numbers { get; }

    /// <summary>The drawing as one svg element. Also without rows it is well-formed.</summary>
    public abstract string Draw(ChartLook look);

    /// <summary>Itself, or pieces of it on one scale, each of which fits on a page of paper.</summary>
    public virtual IReadOnlyList<Chart> ForPaper() => [this];

    private protected static string Count(long number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");
}

/// <summary>The table of a chart. The first cell of a row is its header.</summary>
public sealed record ChartNumbers(IReadOnlyList<ChartColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <param name="IsFigure">Right-aligned.</param>
public sealed record ChartColumn(string Name, bool IsFigure = false);

/// <summary>An amount and how it is said.</summary>
/// <param name="Value">In any unit, the same in the whole chart; less than nothing is drawn as nothing.</param>
/// <param name="Words">"EUR 4.2 million".</param>
public sealed record Amount(decimal Value, string Words)
{
    internal double Length => (double)Math.Max(Value, 0);
}
