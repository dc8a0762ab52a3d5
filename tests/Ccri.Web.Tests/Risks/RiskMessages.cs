using Ccri.Domain.Accounts;
using Ccri.Domain.Risks;
using Ccri.Web.Features.Risks;
using Ccri.Web.Features.Territories;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Risks;

/// <summary>Messages of risks and issues, and who may send them.</summary>
public static class RiskMessages
{
    private static readonly Role[] Readers = [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory];

    private static readonly Role[] Editors = [Role.Officer, Role.Coordinator, Role.Territory];

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new ListRisks.Query(Messages.Own), Readers),
        new(new GetTerritoryRisks.Query(Messages.Own), Readers),
        new(new GetRiskForm.Query(null, Messages.Own), Editors),
        new(new CreateRisk.Command { Territory = Messages.Own, Kind = RiskKind.Issue, Title = "The operator left", Impact = RiskLevel.Low, RaisedOn = new(2026, 5, 4) }, Editors),
        new(new EditRisk.Command { Kind = RiskKind.Issue, Title = "The operator left", Impact = RiskLevel.Low, RaisedOn = new(2026, 5, 4) }, Editors),
        new(new CloseRisk.Command { On = new(2026, 6, 4), Outcome = "Another operator was found." }, Editors),
        new(new ReopenRisk.Command(Guid.Empty), Editors),
    ];
}
