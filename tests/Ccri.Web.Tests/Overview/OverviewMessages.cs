using Ccri.Domain.Accounts;
using Ccri.Web.Features.Overview;
using Ccri.Web.Features.Territories;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Overview;

/// <summary>Messages that read how the live work stands, and who may send them.</summary>
public static class OverviewMessages
{
    private static readonly Role[] Readers = [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory];

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new GetChanged.Query(), Role.Officer, Role.Lead, Role.Coordinator, Role.Desk),
        new(new GetIssuedReports.Query(Messages.Own), Enum.GetValues<Role>()),
        new(new GetHeatMap.Query(), Readers),
        new(new GetDue.Query(), Readers),
        new(new GetTerritoryStanding.Query(Messages.Own), Readers),
    ];
}
