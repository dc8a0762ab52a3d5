using Ccri.Domain.Organisations;
using Ccri.Domain.Territories;
using Ccri.Domain.Knowledge;

namespace Ccri.Web.Data;

public static class RegisterRecords
{
    /// <summary>One slim record per territory; not paged, because what is worst can only be said of all of them.</summary>
    /// <param name="today">In the programme's calendar: what has ended does not count.</param>
    public static IQueryable<RegisterRecord> RecordsOf(this CcriDbContext db, IQueryable<Territory> territories, DateOnly today)
    {
        var (participations, roles) = (db.Participations.HeldOn(today), db.OrganisationRoles.NotOverBy(today));
        return
            from territory in territories
            let tier = db.Tiers.FirstOrDefault(t => participations.Any(p => p.TerritoryId == territory.Id && p.TierId == t.Id))
            select new RegisterRecord
            {
                TerritoryId = territory.Id,
                SearchName = territory.SearchName,
                CountryCode = territory.CountryCode,
                Tier = tier!.Name,
                HasIndividualSupport = tier != null && tier.IndividualSupport,
                Population = territory.Population,
                IsPlaceholder = territory.IsPlaceholder,
                Participation = db.FactNotes.Where(n => n.SubjectId == territory.Id && n.Field == nameof(Territory.Participations)).Select(n => (Confidence?)n.Confidence).FirstOrDefault(),
                HasLeadOrganisation = roles.Any(r => r.TerritoryId == territory.Id && r.Kind == OrganisationRoleKind.LeadOrganisation),
                HasAccompanyingPartner = roles.Any(r => r.TerritoryId == territory.Id && r.Kind == OrganisationRoleKind.AccompanyingPartner),
                HasSolution = territory.PublishedSolution != null,
                HasSectors = territory.Sectors.Any(),
            };
    }
}
