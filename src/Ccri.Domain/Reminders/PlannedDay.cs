namespace Ccri.Domain.Reminders;

/// <summary>A day for which reminders were planned. The last of them says which days were skipped while the system was down.</summary>
public sealed class PlannedDay
{
    /// <summary>In the programme's calendar; unique.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>UTC; of the first time.</summary>
    public required DateTime At { get; init; }
}
