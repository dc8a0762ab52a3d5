using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

public static class EligibleCountry
{
    /// <summary>The cohort that counts for a territory: the one it joined last.</summary>
    public static Task<Cohort?> CohortOfAsync(this CcriDbContext db, Guid territoryId, CancellationToken cancellationToken) =>
        db.Participations.Where(p => p.TerritoryId == territoryId).OrderByDescending(p => p.From).ThenByDescending(p => p.Id)
            .Join(db.Cohorts, p => p.CohortId, c => c.Id, (p, c) => c).FirstOrDefaultAsync(cancellationToken);

    /// <summary>A territory takes part only where its country may, under the programme and on the day that count for the cohort.</summary>
    /// <param name="cohort">Empty, or without a programme: every country may.</param>
    /// <param name="today">Counts when no source states the day of the selection.</param>
    public static async Task RequireEligibleAsync(this CcriDbContext db, string country, Cohort? cohort, DateOnly today, CancellationToken cancellationToken)
    {
        var name = await db.Countries.Where(c => c.Code == country).Select(c => c.Name).SingleAsync(cancellationToken);
        var verdict = Verdict.Of(name, await db.EligibilityOf(country, cancellationToken), cohort?.EligibilityProgramme, cohort?.SelectedOn ?? today);
        if (!verdict.IsEligible)
            throw Refusal.At("Country", verdict.Reason);
    }
}
