using Ccri.Domain.Territories;
using Ccri.Web.Data;

namespace Ccri.Web.Features.Shared;

public static class QuietTerritories
{
    /// <summary>Those that take part and have had no logged contact for <c>Programme:QuietAfterDays</c>; nobody can write to one that has no name yet.</summary>
    /// <param name="territories">Of somebody who may read the log of contacts.</param>
    public static IQueryable<Territory> QuietOf(this CcriDbContext db, IQueryable<Territory> territories, ProgrammeCalendar calendar)
    {
        var (participations, since) = (db.Participations.HeldOn(calendar.Today), calendar.QuietBefore);
        return territories.Where(t => !t.IsPlaceholder && participations.Any(p => p.TerritoryId == t.Id) && !db.LoggedContacts.Any(c => c.TerritoryId == t.Id && c.On >= since));
    }
}
