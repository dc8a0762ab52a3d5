using Ccri.Domain.Accounts;
using Ccri.Web.Features.Plans;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Plans;

/// <summary>Messages of investment projects and their funding, and who may send them.</summary>
public static class InvestmentMessages
{
    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new GetInvestmentPlan.Query("CEIP-NOWHERE-1"), Role.Officer, Role.Lead, Role.Coordinator, Role.Territory),
    ];
}
