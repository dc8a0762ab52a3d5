using Ccri.Domain.Programme;

namespace Ccri.Domain.Statuses;

/// <summary>The rule of days, for milestones and for whatever else has a day: late by 1 to 30 days or expected later is at risk, later is off track. Source: domain.md section 7.</summary>
public static class DayRule
{
    /// <summary>More days than this after the agreed one, and a thing is off track.</summary>
    public const int DaysAtRisk = 30;

    /// <param name="due">The day agreed.</param>
    /// <param name="forecast">The day it is expected; empty when as agreed.</param>
    public static Reading Read(DateOnly due, DateOnly? forecast, DateOnly today) => (today.DayNumber - due.DayNumber) switch
    {
        > DaysAtRisk and var late => new Reading(Rag.OffTrack, Cause.Late, due, late),
        > 0 and var late => new Reading(Rag.AtRisk, Cause.Late, due, late),
        _ when forecast > due => new Reading(Rag.AtRisk, Cause.Slipping, due, forecast.Value.DayNumber - due.DayNumber),
        _ => new Reading(Rag.OnTrack, Cause.Ahead, due),
    };
}
