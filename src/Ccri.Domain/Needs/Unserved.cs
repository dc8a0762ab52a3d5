namespace Ccri.Domain.Needs;

/// <summary>
/// When a need waits, and when it has waited too long. The one place of the rule: the ledger, the programme indicator
/// "Needs nobody has served for 90 days" and the reports all ask here.
/// </summary>
public static class Unserved
{
    /// <summary>In calendar days. Source: the indicator DEL-08 of data/indicators.csv.</summary>
    public const int TooLong = 90;

    /// <summary>Whether nothing has ever served it, although somebody should: only an open need waits.</summary>
    /// <param name="servedOn">The last day of the latest activity that served it; empty without one.</param>
    public static bool IsNever(bool isOpen, DateOnly? servedOn) => isOpen && servedOn is null;

    /// <summary>Days since it was last served, or since it was raised when it never was; none when it is not open.</summary>
    public static int DaysWaited(bool isOpen, DateOnly raisedOn, DateOnly? servedOn, DateOnly today) =>
        isOpen ? Math.Max(0, today.DayNumber - (servedOn > raisedOn ? servedOn.Value : raisedOn).DayNumber) : 0;

    /// <summary>Whether nobody has served it for more than <see cref="TooLong"/> days.</summary>
    public static bool IsTooLong(bool isOpen, DateOnly raisedOn, DateOnly? servedOn, DateOnly today) => DaysWaited(isOpen, raisedOn, servedOn, today) > TooLong;
}
