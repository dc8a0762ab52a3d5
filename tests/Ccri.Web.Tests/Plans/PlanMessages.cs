using Ccri.Domain.Accounts;
using Ccri.Web.Features.Plans;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Plans;

/// <summary>Messages of plans, their sections, reviews and versions, and who may send them.</summary>
public static class PlanMessages
{
    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new GetPlan.Query("CEAP-NOWHERE-1"), Role.Officer, Role.Lead, Role.Coordinator, Role.Territory),
    ];
}
