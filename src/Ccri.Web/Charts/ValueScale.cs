namespace Ccri.Web.Charts;

/// <summary>Values as heights between a top and a bottom. A line may begin anywhere, so that a small change is seen: nought is no part of the scale unless it is a value.</summary>
internal sealed class ValueScale
{
    private readonly double top;
    private readonly double bottom;
    private readonly double least;
    private readonly double most;

    public ValueScale(double top, double bottom, IEnumerable<decimal> values)
    {
        (this.top, this.bottom) = (top, bottom);
        List<double> all = [.. values.Select(v => (double)v).DefaultIfEmpty()];
        (least, most) = (all.Min(), all.Max());
    }

    /// <summary>Where nothing differs it is the middle.</summary>
    public double Y(decimal value) => most > least ? bottom - ((double)value - least) / (most - least) * (bottom - top) : (top + bottom) / 2;
}
