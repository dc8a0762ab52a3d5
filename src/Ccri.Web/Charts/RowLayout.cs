namespace Ccri.Web.Charts;

/// <summary>Where the names, the drawing and the labels of rows stand: beside each other where there is room, else names and labels in a line above.</summary>
internal sealed class RowLayout
{
    private readonly Canvas canvas;
    private readonly double top;
    private readonly double labels;

    public RowLayout(Canvas canvas, double top, IEnumerable<string> names, IEnumerable<double> labels)
    {
        this.canvas = canvas;
        this.top = top;
        var gap = canvas.Size;
        var stacked = canvas.Look.Stacked;
        this.labels = Math.Min(labels.DefaultIfEmpty().Max(), canvas.Width * (stacked ? 0.55 : 0.32));
        // The edge of a shape that stands at the very end still lies inside.
        var edge = canvas.Size * 0.7;
        Left = stacked ? edge : Math.Min(names.Select(n => ChartText.Width(n, canvas.Size)).DefaultIfEmpty().Max(), canvas.Width * 0.36) + gap + edge;
        Right = stacked || this.labels == 0 ? canvas.Width - edge : canvas.Width - this.labels - gap - edge;
    }

    /// <summary>Between these the shapes are drawn.</summary>
    public double Left { get; }

    public double Right { get; }

    public double Pitch => canvas.Size * (canvas.Look.Stacked ? 3.1 : 2.1);

    public double Bottom(int rows) => top + rows * Pitch;

    public double Top(int row) => top + row * Pitch;

    /// <summary>The middle of the row's shapes.</summary>
    public double Middle(int row) => Top(row) + canvas.Size * (canvas.Look.Stacked ? 2.05 : 1.05);

    private double Baseline(int row) => canvas.Look.Stacked ? Top(row) + canvas.Size : Middle(row) + canvas.Size * 0.36;

    public void Name(int row, string name, bool hasLabel = true)
    {
        var room = canvas.Look.Stacked ? canvas.Width - (hasLabel && labels > 0 ? labels + canvas.Size : 0) : Left - canvas.Size * 1.7;
        canvas.Text(0, Baseline(row), name, room);
    }

    /// <param name="after">Where the row's shapes end; null lets the label stand at the right edge.</param>
    public void Label(int row, double? after, params ReadOnlySpan<(string Words, Tone Tone)> pieces)
    {
        if (canvas.Look.Stacked || after is null)
            canvas.Text(canvas.Width, Baseline(row), labels, "end", pieces);
        else
            canvas.Text(after.Value + canvas.Size * 0.6, Baseline(row), labels, null, pieces);
    }
}
