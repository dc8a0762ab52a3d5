using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Features.Plans;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Plans;

/// <summary>Messages of objectives and actions, and who may send them.</summary>
public static class ActionMessages
{
    private static readonly Role[] Readers = [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory], Editors = [Role.Officer, Role.Coordinator, Role.Territory];

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new GetActionPlan.Query("CEAP-NOWHERE-1"), Readers),
        new(new ListActions.Query("CEAP-NOWHERE-1"), Readers),
        new(new GetAction.Query("CEAP-NOWHERE-1", Guid.Empty), Readers),
        new(new GetActionForm.Query("CEAP-NOWHERE-1"), Editors),
        new(new CreateAction.Command { Code = "CEAP-NOWHERE-1", Number = "1", Title = "An action" }, Editors),
        new(new EditAction.Command { Number = "1", Title = "An action" }, Editors),
        new(new RemoveAction.Command(), Editors),
        new(new FinishAction.Command(Guid.Empty), Editors),
        new(new ReportProgress.Command(Guid.Empty, 50), Editors),
        new(new ForecastAction.Command(Guid.Empty, null), Editors),
        new(new UndoQuickEdit.Command(Guid.Empty, Guid.Empty, ActionStatus.NotStarted, 0, null, null), Editors),
        new(new GetObjectiveForm.Query("CEAP-NOWHERE-1"), Editors),
        new(new AddObjective.Command { Code = "CEAP-NOWHERE-1", Number = 1, Title = "An objective" }, Editors),
        new(new EditObjective.Command { Number = 1, Title = "An objective" }, Editors),
        new(new RemoveObjective.Command(Guid.Empty, Guid.Empty), Editors),
        new(new GetLeadForm.Query("CEAP-NOWHERE-1"), Editors),
        new(new AddLead.Command { Name = "OVAM", Sector = Sector.Public }, Editors),
        new(new EditLead.Command { Name = "OVAM", Sector = Sector.Public }, Editors),
        new(new RemoveLead.Command(Guid.Empty, Guid.Empty), Editors),
        new(new GetEffectForm.Query("CEAP-NOWHERE-1"), Editors),
        new(new AddEffect.Command { Kind = EffectKind.Jobs, Amount = 1 }, Editors),
        new(new EditEffect.Command { Kind = EffectKind.Jobs, Amount = 1 }, Editors),
        new(new RemoveEffect.Command(Guid.Empty, Guid.Empty), Editors),
    ];
}
