using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Ccri.Web.Data;
using Ccri.Web.Features.Plans;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Benchmarks;

/// <summary>An action plan of a given size with a kept version, after which every second action has changed.</summary>
internal static class PlanOfABenchmark
{
    public static async Task<string> MakeAsync(CcriDbContext db, IMediator mediator, int solutions, int actions)
    {
        var code = await mediator.Send(new CreatePlan.Command { Territory = "asker", Kind = PlanKind.Ceap, Title = $"Plan of {actions} actions", Currency = "EUR" });
        var plan = await db.Plans.SingleAsync(p => p.Code == code);
        var added = Enumerable.Range(1, solutions).Select(i => new Solution(plan.TerritoryId, $"CSS-{actions}-{i}", $"Solution {i}")).ToList();
        var objective = new Objective(plan.Id, plan.TerritoryId, "Objective");
        db.AddRange(added);
        db.Add(objective);
        for (var i = 1; i <= actions; i++)
        {
            var action = new PlanAction(plan.Id, plan.TerritoryId, $"{i}", $"Action {i}");
            action.Serve(objective, []);
            action.Contribute(added[i % solutions]);
            action.Run(new(2024, 1, 1), i % 3 == 0 ? new(2025, 6, 30) : new(2030, 12, 31));
            var effect = Effect.OfAction(action);
            effect.Tell(EffectKind.WasteAvoided, 12.5m * i, null, 2026, null);
            db.AddRange(action, effect, Lead.OfAction(action, null, $"Department {i}", Sector.Public, false, []), Milestone.OfAction(action.Id, plan.TerritoryId, $"Milestone {i}", new(2026, 1, 1)));
        }
        await db.SaveChangesAsync();
        await mediator.Send(new KeepVersion.Command(code, null));
        foreach (var action in (await db.PlanActions.Where(a => a.PlanId == plan.Id).OrderBy(a => a.Id).ToListAsync()).Where((_, i) => i % 2 == 0))
            action.Progress(50);
        await db.SaveChangesAsync();
        return code;
    }

    /// <summary>What the page of an action plan asks for.</summary>
    public static async Task<object> PageAsync(IMediator mediator, string code) => (await mediator.Send(new GetPlan.Query(code)), await mediator.Send(new GetActionPlan.Query(code)));
}
