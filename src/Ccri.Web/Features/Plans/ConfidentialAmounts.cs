using Ccri.Domain.Accounts;
using Ccri.Web.Security;

namespace Ccri.Web.Features.Plans;

/// <summary>The amounts of a confidential project are for the support office and for the territory itself; to others they are not even sent.</summary>
public static class ConfidentialAmounts
{
    public static bool Sees(Access access, CurrentUser user, Guid territoryId) => user.IsSystem || user.Has(Role.Officer, Role.Coordinator) || access.MayEdit(territoryId);
}
