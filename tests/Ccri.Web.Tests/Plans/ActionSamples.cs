using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Ccri.Web.Features.Plans;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Plans;

/// <summary>Plans for tests about what stands in them.</summary>
internal static class ActionSamples
{
    /// <summary>A plan without anything in it; gives its code.</summary>
    public static Task<string> EmptyPlanAsync(this CcriApp app, string slug = "flanders", PlanKind kind = PlanKind.Ceap, Action<Plan>? with = null) => app.WithDatabaseAsync(async db =>
    {
        var territory = await db.Territories.Where(t => t.Slug == slug).Select(t => t.Id).SingleAsync();
        var plan = new Plan(territory, kind, $"{kind}-{Guid.NewGuid():N}".ToUpperInvariant(), "A plan of a test");
        with?.Invoke(plan);
        db.Plans.Add(plan);
        await db.SaveChangesAsync();
        return plan.Code;
    });

    public static Task<Guid> NewActionAsync(this CcriApp app, string code, string number = "1", string title = "A hub for reused materials") =>
        app.SendAsync(new CreateAction.Command { Code = code, Number = number, Title = title });

    public static Task<Guid> NewSolutionAsync(this CcriApp app, string slug) => app.WithDatabaseAsync(async db =>
    {
        var solution = new Solution(await db.Territories.Where(t => t.Slug == slug).Select(t => t.Id).SingleAsync(), $"CSS-{Guid.NewGuid():N}".ToUpperInvariant(), "A solution of a test");
        db.Solutions.Add(solution);
        await db.SaveChangesAsync();
        return solution.Id;
    });

    public static Task<PlanAction> ActionAsync(this CcriApp app, Guid id) => app.WithDatabaseAsync(db => db.PlanActions.AsNoTracking().SingleAsync(a => a.Id == id));

    public static async Task<EditAction.Command> FormAsync(this CcriApp app, string code, Guid id) => (await app.SendAsync(new GetActionForm.Query(code, id))).Form;
}
