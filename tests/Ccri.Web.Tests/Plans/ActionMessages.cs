using Ccri.Domain.Accounts;
using Ccri.Web.Features.Plans;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Plans;

/// <summary>Messages of objectives and actions, and who may send them.</summary>
public static class ActionMessages
{
    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new GetActionPlan.Query("CEAP-NOWHERE-1"), Role.Officer, Role.Lead, Role.Coordinator, Role.Territory),
    ];
}
