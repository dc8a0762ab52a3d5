using Ccri.Domain.WorkingGroups;

namespace Ccri.Web.Features.Shared.Calendar;

/// <summary>A session, or a day on which something is due, as a calendar shows it.</summary>
/// <param name="LoggedAt">UTC.</param>
/// <param name="ChangedAt">UTC.</param>
public sealed record CalendarEntry(Guid Id, string Topic, SessionTime Time, DateTime LoggedAt, DateTime ChangedAt)
{
    /// <summary>What makes it that one and no other for the program that reads it.</summary>
    public string Uid { get; init; } = $"{Id:D}@working-groups.ccri";

    /// <summary>A room, a town, or the address of a video call.</summary>
    public string? Place { get; init; }

    /// <summary>Several lines; empty for whoever may not read more than when and where.</summary>
    public string? Description { get; init; }

    /// <summary>Of the page of the session, for whoever may open it.</summary>
    public string? Address { get; init; }

    /// <summary>Grows with each change and is the same as long as nothing changes: seconds from the logging to the last change.</summary>
    public int Sequence => (int)Math.Clamp((ChangedAt - LoggedAt).TotalSeconds, 0, int.MaxValue);
}
