using Ccri.Domain;
using Ccri.Domain.WorkingGroups;

namespace Ccri.Web.Features.Shared;

internal static class HeldSessions
{
    /// <summary>Sessions and events that were held between two days. What lies ahead counts nowhere, and neither does an event of which only the month, quarter or year is known: it would be in one by chance.</summary>
    /// <param name="now">UTC.</param>
    public static IQueryable<Session> HeldBetween(this IQueryable<Session> sessions, DateOnly from, DateOnly to, DateTime now) =>
        sessions.Where(s => s.On >= from && s.On <= to && s.StartsAt <= now && s.Precision == DatePrecision.Day);
}
