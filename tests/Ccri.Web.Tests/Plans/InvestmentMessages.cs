using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Features.Plans;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Plans;

/// <summary>Messages of investment projects and their funding, and who may send them.</summary>
public static class InvestmentMessages
{
    private const string Code = "CEIP-NOWHERE-1";

    private static readonly Role[] Readers = [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory], Editors = [Role.Officer, Role.Coordinator, Role.Territory];

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new GetInvestmentPlan.Query(Code), Readers),
        new(new ListProjects.Query(Code), Readers),
        new(new GetProject.Query(Code, Guid.Empty), Readers),
        new(new GetProjectForm.Query(Code), Editors),
        new(new CreateProject.Command { PlanCode = Code, Number = "P1", Name = "Nothing" }, Editors),
        new(new EditProject.Command { Number = "P1", Name = "Nothing" }, Editors),
        new(new ChangeStage.Command { Stage = ProjectStage.Concept, On = new DateOnly(2026, 11, 22) }, Editors),
        new(new MoveGate.Command(Guid.Empty, null), Editors),
        new(new RemoveProject.Command(), Editors),
        new(new GetFundingLineForm.Query(Code, Guid.Empty), Editors),
        new(new AddFundingLine.Command { Source = FundingSource.Life, Instrument = FundingInstrument.Grant, Status = FundingStatus.Identified }, Editors),
        new(new EditFundingLine.Command { Source = FundingSource.Life, Instrument = FundingInstrument.Grant, Status = FundingStatus.Identified }, Editors),
        new(new RemoveFundingLine.Command(), Editors),
    ];
}
