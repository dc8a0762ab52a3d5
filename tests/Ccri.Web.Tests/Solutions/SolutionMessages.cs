using Ccri.Domain.Accounts;
using Ccri.Domain.Solutions;
using Ccri.Web.Features.Milestones;
using Ccri.Web.Features.Solutions;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Solutions;

/// <summary>Messages of solutions, their roadmaps and milestones, and who may send them.</summary>
public static class SolutionMessages
{
    private const string None = "CSS-NOWHERE-1";

    private static readonly Role[] Readers = [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory];
    private static readonly Role[] Editors = [Role.Officer, Role.Coordinator, Role.Territory];
    private static readonly Role[] Office = [Role.Officer, Role.Coordinator];

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new ListSolutions.Query(), Readers),
        new(new GetSolution.Query(None), Readers),
        new(new GetSolutionForm.Query(null, Messages.Own), Editors),
        new(new CreateSolution.Command { Territory = Messages.Own, Title = "A solution" }, Editors),
        new(new EditSolution.Command { Code = None, Title = "A solution" }, Editors),
        new(new EnterPhase.Query(None), Editors),
        new(new EnterPhase.Command { Code = None, Phase = Phase.Map, From = new DateOnly(2024, 1, 1) }, Editors),
        new(new LeavePhase.Command(None, Guid.Empty), Editors),
        new(new ChangeState.Query(None), Editors),
        new(new ChangeState.Command { Code = None, To = SolutionState.Paused, On = new DateOnly(2024, 1, 1), Reason = "x", Lesson = "y" }, Editors),
        new(new SupportSolution.Query(None), Office),
        new(new SupportSolution.Command { Code = None }, Office),
        new(new RateCriteria.Query(None), Office),
        new(new RateCriteria.Command { Code = None }, Office),
        new(new SaveStrand.Query(None, null), Editors),
        new(new SaveStrand.Command { Code = None, Title = "Textiles" }, Editors),
        new(new RemoveStrand.Command(Guid.Empty), Editors),
        new(new SaveActor.Query(None, null), Editors),
        new(new SaveActor.Command { Code = None, Kind = ActorKind.Business, Name = "Somebody" }, Editors),
        new(new RemoveActor.Command(Guid.Empty), Editors),
        new(new SaveFactor.Query(None, null), Editors),
        new(new SaveFactor.Command { Code = None, Kind = FactorKind.Barrier, Dimension = FactorDimension.Regulatory, Text = "x" }, Editors),
        new(new RemoveFactor.Command(Guid.Empty), Editors),
        new(new GetRoadmap.Query(None), Readers),
        new(new KeepRoadmap.Command { Code = None, AgreedOn = new DateOnly(2024, 1, 1) }, Editors),
        new(new GetRoadmapVersion.Query(None, 1), Readers),
        new(new CompareRoadmaps.Query(None, null, null), Readers),
        new(new GetMilestoneForm.Query(Guid.Empty), Editors),
        new(new CreateMilestone.Command { Solution = None, Title = "x", Due = new DateOnly(2027, 1, 1) }, Editors),
        new(new EditMilestone.Command { Title = "x", Due = new DateOnly(2027, 1, 1) }, Editors),
        new(new FinishMilestone.Command(Guid.Empty), Editors),
        new(new ReopenMilestone.Command(Guid.Empty), Editors),
        new(new ExpectMilestone.Command(Guid.Empty, null), Editors),
        new(new RemoveMilestone.Command(Guid.Empty), Editors),
    ];
}
