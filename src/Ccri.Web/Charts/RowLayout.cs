namespace Ccri.Web.Charts;

/// <summary>Where the names, the drawing and the labels of rows stand: beside each other where there is room, else names and labels in a line above.</summary>
internal sealed class RowLayout
{
    private readonly Canvas canvas;
    private readonly double labels;

    /// <param name="edge">How far a shape that stands at the very end of the drawing reaches beyond its place.</param>
    public RowLayout(Canvas canvas, double edge, IEnumerable<string> names, IEnumerable<double> labels)
    {
        this.canvas = canvas;
        var stacked = canvas.Look.Stacked;
        this.labels = Math.Min(labels.DefaultIfEmpty().Max(), canvas.Width * (stacked ? 0.6 : 0.4));
        Names = stacked ? 0 : Math.Min(names.Select(n => ChartText.Width(n, canvas.Size)).DefaultIfEmpty().Max(), canvas.Width * 0.36);
        Left = edge + (stacked ? 0 : Names + canvas.Size);
        Right = canvas.Width - edge - (stacked || this.labels == 0 ? 0 : this.labels + canvas.Size);
    }

    /// <summary>Where the first row begins.</summary>
    public double Start { get; set; }

    /// <summary>Between these the shapes are drawn.</summary>
    public double Left { get; }

    public double Right { get; }

    private double Names { get; }

    private double Pitch => canvas.Size * (canvas.Look.Stacked ? 3.3 : 2.1);

    public double Top(int row) => Start + row * Pitch;

    /// <summary>The middle of the row's shapes.</summary>
    public double Middle(int row) => Top(row) + canvas.Size * (canvas.Look.Stacked ? 2.3 : 1.05);

    /// <summary>What a line through all rows may cross: everything, or what lies beneath the words.</summary>
    public IEnumerable<(double Top, double Bottom)> Bands(int rows) => canvas.Look.Stacked
        ? Enumerable.Range(0, rows).Select(Band)
        : [(Start, Top(rows))];

    /// <summary>The same of one row.</summary>
    public (double Top, double Bottom) Band(int row) => (Top(row) + (canvas.Look.Stacked ? canvas.Size * 1.55 : 0), Top(row + 1));

    /// <summary>A line of words over the rows that follow, close to them.</summary>
    public void Heading(int row, string words) =>
        canvas.Text(0, canvas.Look.Stacked ? Top(row) + canvas.Size * 2.6 : Baseline(row), words, canvas.Width, Tone.Strong);

    /// <param name="after">Where the row's shapes end; null lets the label stand at the right edge.</param>
    public void Words(int row, string name, double? after, params ReadOnlySpan<(string Words, Tone Tone)> label)
    {
        if (!canvas.Look.Stacked)
        {
            canvas.Text(0, Baseline(row), name, Names);
            canvas.Text(after + canvas.Size * 0.6 ?? canvas.Width, Baseline(row), labels, after is null ? "end" : null, label);
            return;
        }
        // In one line: the label has its share, and what the name leaves; the name what the label leaves.
        var share = Math.Max(labels, canvas.Width - ChartText.Width(ChartText.Clean(name), canvas.Size) - canvas.Size);
        var taken = Math.Min(WidthOf(label), share);
        canvas.Text(0, Baseline(row), name, canvas.Width - (taken > 0 ? taken + canvas.Size : 0));
        canvas.Text(canvas.Width, Baseline(row), share, "end", label);
    }

    private double WidthOf(ReadOnlySpan<(string Words, Tone Tone)> pieces)
    {
        var width = 0.0;
        foreach (var (words, tone) in pieces)
            width += ChartText.Width(ChartText.Clean(words), canvas.Size, tone);
        return width;
    }

    private double Baseline(int row) => canvas.Look.Stacked ? Top(row) + canvas.Size * 1.15 : Middle(row) + canvas.Size * 0.36;
}
