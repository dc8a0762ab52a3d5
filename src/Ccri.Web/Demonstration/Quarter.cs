using Ccri.Domain.Indicators;
using Ccri.Domain.Reports;

namespace Ccri.Web.Demonstration;

/// <summary>A quarter that is reported on, with the days of its cycle as the office usually sets them.</summary>
public sealed record Quarter(string Code, string Name, Period Days)
{
    /// <summary>So many days after its last one: the cut-off, the freezing and the deadline.</summary>
    private const int UntilCutOff = 15, UntilFrozen = 20, UntilDeadline = 30;

    public DateOnly OpensOn { get; private init; }
    public DateOnly CutOffOn => Days.To.AddDays(UntilCutOff);
    public DateOnly FrozenOn => Days.To.AddDays(UntilFrozen);
    public DateOnly DeadlineOn => Days.To.AddDays(UntilDeadline);

    /// <summary>Quarters that are frozen by a day, the oldest first, and the one that is open then.</summary>
    public static (IReadOnlyList<Quarter> Past, Quarter Open) Of(DateOnly today, int past)
    {
        var open = Of(today.AddDays(-UntilFrozen - 5));
        var frozen = new List<Quarter>();
        for (var quarter = open; frozen.Count < past;)
            frozen.Insert(0, quarter = Of(quarter.Days.From.AddDays(-1)));
        return (frozen, open with { OpensOn = Earlier(open.OpensOn, Later(open.Days.From, today.AddDays(-14))) }); // somebody who looks around should see it at work
    }

    private static Quarter Of(DateOnly day)
    {
        var (code, name, days) = ReportingPeriod.QuarterOf(day);
        return new Quarter(code, name, days) { OpensOn = days.To };
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
