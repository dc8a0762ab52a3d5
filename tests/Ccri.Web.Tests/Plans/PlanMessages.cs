using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Features.Plans;
using Ccri.Web.Tests.Accounts;

namespace Ccri.Web.Tests.Plans;

/// <summary>Messages of plans, their sections, reviews and versions, and who may send them.</summary>
public static class PlanMessages
{
    private static readonly Role[] Readers = [Role.Officer, Role.Lead, Role.Coordinator, Role.Territory];

    private static readonly Role[] Editors = [Role.Officer, Role.Coordinator, Role.Territory];

    private static readonly Role[] Office = [Role.Officer, Role.Coordinator];

    public static readonly IReadOnlyList<Example> Examples =
    [
        new(new GetPlan.Query("CEAP-NOWHERE-1"), Readers),
        new(new ListPlans.Query(), Readers),
        new(new GetPlanFilters.Query(), Readers),
        new(new GetPlanVersion.Query("CEAP-NOWHERE-1", 1), Readers),
        new(new ComparePlan.Query("CEAP-NOWHERE-1"), Readers),
        new(new GetPlanForm.Query(), Editors),
        new(new CreatePlan.Command { Territory = "nowhere", Kind = PlanKind.Ceap, Title = "Nowhere" }, Editors),
        new(new EditPlan.Command { Code = "CEAP-NOWHERE-1", Title = "Nowhere" }, Editors),
        new(new MovePlan.Command("CEAP-NOWHERE-1", PlanStep.Draft), Editors),
        new(new AdoptPlan.Query("CEAP-NOWHERE-1"), Editors),
        new(new AdoptPlan.Command { Code = "CEAP-NOWHERE-1", IsCorrection = true }, Editors),
        new(new KeepVersion.Command("CEAP-NOWHERE-1", null), Editors),
        new(new TakeRecommendation.Command(Guid.Empty, Uptake.Accepted), Editors),
        new(new ScoreSections.Query("CEAP-NOWHERE-1"), Office),
        new(new ScoreSections.Command { Code = "CEAP-NOWHERE-1" }, Office),
        new(new GetReviewForm.Query("CEAP-NOWHERE-1"), Office),
        new(new RecordReview.Command { Code = "CEAP-NOWHERE-1", On = new(2026, 1, 5) }, Office),
        new(new EditReview.Command { On = new(2026, 1, 5) }, Office),
        new(new GetRecommendationForm.Query(Guid.Empty), Office),
        new(new AddRecommendation.Command { Text = "Nothing" }, Office),
        new(new EditRecommendation.Command { Text = "Nothing" }, Office),
    ];
}
