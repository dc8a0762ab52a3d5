namespace Ccri.Web.Charts;

/// <summary>
/// Moves marks apart so that each can be seen and hit (Lucca and Capannori lie one pixel from each other). The first keeps its
/// place; a later one that is too near takes the nearest free spot, away from the mark that stands in its way if possible.
/// </summary>
internal static class MarkPlacement
{
    private const double RingStep = 3;
    private const double SpotStep = 5;

    public static (double X, double Y)[] Spread(IReadOnlyList<(double X, double Y)> wanted, double distance, double width, double height)
    {
        var placed = new (double X, double Y)[wanted.Count];
        for (var i = 0; i < wanted.Count; i++)
            placed[i] = Round(FreeSpot(wanted[i], placed.AsSpan(0, i), distance, width, height));
        return placed;
    }

    private static (double X, double Y) FreeSpot(
        (double X, double Y) wanted, ReadOnlySpan<(double X, double Y)> taken, double distance, double width, double height)
    {
        // A place off the map (the Canary Islands, say) is shown at the edge rather than lost.
        var x = Math.Clamp(wanted.X, distance / 2, width - distance / 2);
        var y = Math.Clamp(wanted.Y, distance / 2, height - distance / 2);
        if (IsFree(x, y, taken, distance)) return (x, y);

        var nearest = Nearest(x, y, taken);
        var away = nearest == (x, y) ? 0 : Math.Atan2(y - nearest.Y, x - nearest.X);
        for (var radius = RingStep; ; radius += RingStep)
        {
            var spots = Math.Max(16, (int)(2 * Math.PI * radius / SpotStep));
            for (var spot = 0; spot < spots; spot++)
            {
                // 0, +1, -1, +2, -2 … steps around the ring, starting in the direction that leads away.
                var turn = (spot + 1) / 2 * (spot % 2 == 0 ? -1 : 1) * 2 * Math.PI / spots;
                var (sin, cos) = Math.SinCos(away + turn);
                var (left, top) = (x + radius * cos, y + radius * sin);
                var inside = left >= distance / 2 && left <= width - distance / 2 && top >= distance / 2 && top <= height - distance / 2;
                // A map full to the brim: a mark over the edge is better than one hidden under another.
                if ((inside || radius > width + height) && IsFree(left, top, taken, distance)) return (left, top);
            }
        }
    }

    private static bool IsFree(double x, double y, ReadOnlySpan<(double X, double Y)> taken, double distance)
    {
        foreach (var mark in taken)
            if (Squared(x - mark.X, y - mark.Y) < distance * distance) return false;
        return true;
    }

    private static (double X, double Y) Nearest(double x, double y, ReadOnlySpan<(double X, double Y)> taken)
    {
        var nearest = taken[0];
        foreach (var mark in taken)
            if (Squared(x - mark.X, y - mark.Y) < Squared(x - nearest.X, y - nearest.Y)) nearest = mark;
        return nearest;
    }

    private static double Squared(double x, double y) => x * x + y * y;

    private static (double X, double Y) Round((double X, double Y) spot) => (Math.Round(spot.X, 1), Math.Round(spot.Y, 1));
}
