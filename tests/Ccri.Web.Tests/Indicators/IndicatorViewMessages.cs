using Ccri.Domain.Accounts;
using Ccri.Web.Features.Indicators;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Indicators;

/// <summary>Messages that show indicators, and who may send them.</summary>
public static class IndicatorViewMessages
{
    private static readonly Role[] Readers = [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory];

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new GetTerritoryIndicators.Query(Messages.Own), Readers),
        new(new GetProgrammeIndicators.Query(), Readers),
        new(new GetFollowers.Query("U4SSC-2"), Readers),
        new(new ListDefinitions.Query(), Readers),
    ];
}
