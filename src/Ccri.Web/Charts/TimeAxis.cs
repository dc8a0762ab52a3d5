using System.Globalization;

namespace Ccri.Web.Charts;

/// <summary>Days as places: months, quarters or years under the drawing's head, as fine as their words have room.</summary>
internal sealed class TimeAxis
{
    private const int LeastDays = 90;

    private readonly Canvas canvas;
    private readonly double left;
    private readonly double right;
    private readonly int first;
    private readonly int last;

    public TimeAxis(Canvas canvas, double left, double right, IReadOnlyCollection<DateOnly> days)
    {
        (this.canvas, this.left, this.right) = (canvas, left, right);
        var (from, to) = (days.Min().DayNumber, days.Max().DayNumber);
        var pad = Math.Max((LeastDays - (to - from)) / 2, (to - from) / 40);
        first = Math.Max(from - pad, DateOnly.MinValue.DayNumber);
        last = Math.Min(to + pad, DateOnly.MaxValue.DayNumber);
    }

    /// <summary>Years above, months or quarters beneath where there are any.</summary>
    public double HeadHeight => canvas.Size * (Step() < 12 ? 2.9 : 1.5);

    public double X(DateOnly day) => left + (double)(day.DayNumber - first) / (last - first) * (right - left);

    /// <param name="top">Where the words begin.</param>
    /// <param name="bands">What the lines may cross.</param>
    public void Draw(double top, IReadOnlyCollection<(double Top, double Bottom)> bands)
    {
        var step = Step();
        for (var day = Start(step); day is { } at; day = Next(at, step))
        {
            var x = X(at);
            var year = at.Month == 1;
            canvas.Uprights(x, [(year ? top : top + canvas.Size * 1.5, top + HeadHeight), .. bands], Paint.Grid);
            if (step < 12)
                Word(x, top + canvas.Size * 2.4, step == 1 ? at.ToString("MMM", CultureInfo.InvariantCulture) : $"Q{(at.Month + 2) / 3}", Tone.Muted);
            if (year)
                Word(x, top + canvas.Size, Year(at), Tone.Strong);
        }
        // A span that begins in the middle of a year says which, where there is room before the next one.
        var begin = DateOnly.FromDayNumber(first);
        var next = begin.Year < DateOnly.MaxValue.Year ? X(new DateOnly(begin.Year + 1, 1, 1)) : right;
        if (step < 12 && begin.DayOfYear > 1 && next - left > WidthOfYear)
            Word(left, top + canvas.Size, Year(begin), Tone.Strong);
    }

    /// <summary>One day, as a line through all rows with its name at the foot.</summary>
    public void Mark(DateOnly day, string words, IReadOnlyCollection<(double Top, double Bottom)> bands)
    {
        if (bands.Count == 0)
            return;
        var (x, width) = (X(day), ChartText.Width(words, canvas.Size, Tone.Strong));
        var bottom = bands.Last().Bottom;
        canvas.Uprights(x, [.. bands, (bottom, bottom + canvas.Size * 0.3)], Paint.Line);
        var beginning = Math.Clamp(x - width / 2, 0, Math.Max(canvas.Width - width, 0));
        canvas.Text(beginning, bottom + canvas.Size * 1.25, words, canvas.Width, Tone.Strong);
    }

    private double WidthOfYear => ChartText.Width("2026", canvas.Size, Tone.Strong) + canvas.Size * 0.5;

    private void Word(double x, double baseline, string words, Tone tone)
    {
        var room = canvas.Width - x - canvas.Size * 0.2;
        if (ChartText.Width(words, canvas.Size, tone) <= room)
            canvas.Text(x + canvas.Size * 0.2, baseline, words, room, tone);
    }

    private static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>Months from mark to mark.</summary>
    private int Step()
    {
        var month = (right - left) / (last - first) * 30.4;
        foreach (var (step, widest) in ((int, string)[])[(1, "May"), (3, "Q4")])
            if (step * month > ChartText.Width(widest, canvas.Size) + canvas.Size * 0.5)
                return step;
        int[] years = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
        return 12 * years.FirstOrDefault(y => y * 12 * month > WidthOfYear, 5000);
    }

    private DateOnly? Start(int step)
    {
        var begin = DateOnly.FromDayNumber(first);
        var years = step / 12;
        var floor = years > 0 ? new DateOnly(Math.Max(begin.Year / years * years, 1), 1, 1) : new DateOnly(begin.Year, (begin.Month - 1) / step * step + 1, 1);
        return floor < begin ? Next(floor, step) : floor;
    }

    private DateOnly? Next(DateOnly day, int step)
    {
        var month = day.Year * 12 + day.Month - 1 + step;
        return month / 12 > 9999 || new DateOnly(month / 12, month % 12 + 1, 1).DayNumber > last ? null : new DateOnly(month / 12, month % 12 + 1, 1);
    }
}
