using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Web.Data;
using Ccri.Web.Security;

namespace Ccri.Web.Features.Shared;

/// <summary>The organisations that a form offers. The register of them is the office's; a territory chooses among those that have a part in it, and names others.</summary>
public static class OfferedOrganisations
{
    /// <param name="chosen">Stands in the form already.</param>
    public static IQueryable<Organisation> OrganisationsFor(this CcriDbContext db, CurrentUser user, Guid territoryId, Guid? chosen) =>
        user.IsSystem || user.Has(Role.Officer, Role.Coordinator) ? db.Organisations
            : db.Organisations.Where(o => o.Id == chosen || db.OrganisationRoles.Any(r => r.OrganisationId == o.Id && r.TerritoryId == territoryId));
}
