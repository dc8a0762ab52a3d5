using Ccri.Domain.Accounts;
using Ccri.Web.Features.Ledger;
using Ccri.Web.Features.Support;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Ledger;

/// <summary>Messages of the ledger and of planned days, and who may send them.</summary>
public static class LedgerMessages
{
    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new GetLedger.Query(), Role.Officer, Role.Lead, Role.Coordinator, Role.Territory),
        new(new GetLedgerDays.Query(), Role.Officer, Role.Lead, Role.Coordinator, Role.Territory),
        new(new GetAttention.Query(), Role.Officer, Role.Lead, Role.Coordinator),
        new(new PlanDays.Query(), Role.Officer, Role.Lead, Role.Coordinator),
        new(new PlanDays.Command { Quarter = "2026-Q4", Partner = Guid.Empty }, Role.Coordinator),
    ];
}
