using System.Text.RegularExpressions;
using Ccri.Domain.Accounts;
using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Ccri.Web.Features.Plans;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Plans;

/// <summary>What tests about plans need again and again.</summary>
internal static class PlanSamples
{
    public static Task<string> AddPlanAsync(this CcriApp app, string territory = "uppsala", PlanKind kind = PlanKind.Ceap, string? title = null) =>
        app.SendAsync(new CreatePlan.Command { Territory = territory, Kind = kind, Title = title ?? $"Plan {Guid.NewGuid():N}", Currency = "EUR" });

    /// <summary>Sends as a person who exists: what is kept names who kept it.</summary>
    public static async Task<T> SendByAsync<T>(this CcriApp app, IRequest<T> message, Role role = Role.Coordinator)
    {
        var person = await app.WithDatabaseAsync(async db =>
        {
            var added = db.Persons.Add(new Person($"Test {role}", $"{Guid.NewGuid():N}@example.org", DateTime.UnixEpoch)).Entity;
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            return added;
        });
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(person.Id, person.Name, [new ScopedRole(role, null, null)]);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message, TestContext.Current.CancellationToken);
    }

    public static Task<GetPlan.Details> PlanAsync(this CcriApp app, string code) => app.SendAsync(new GetPlan.Query(code));

    public static Task MoveAsync(this CcriApp app, string code, params PlanStep[] steps) => EachAsync(steps, step => app.SendByAsync(new MovePlan.Command(code, step)));

    private static async Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> work)
    {
        foreach (var item in items)
            await work(item);
    }

    /// <summary>Adopts with the form as it is now.</summary>
    public static async Task AdoptAsync(this CcriApp app, string code, DateOnly on, string by = "City council") =>
        await app.SendByAsync((await app.SendAsync(new AdoptPlan.Query(code))).Form with { On = on, By = by });

    /// <summary>Puts solutions and actions into an action plan, each action with a lead, an effect and a milestone, every third one late.</summary>
    public static Task<int> FillAsync(this CcriApp app, string code, int solutions, int actions) => app.WithDatabaseAsync(async db =>
    {
        var plan = await db.Plans.SingleAsync(p => p.Code == code);
        var objectives = Enumerable.Range(1, 5).Select(i => Placed(new Objective(plan.Id, plan.TerritoryId, $"Objective {i}"), i)).ToList();
        var added = Enumerable.Range(1, solutions).Select(i => new Solution(plan.TerritoryId, $"CSS-{Guid.NewGuid():N}", $"Solution {i}")).ToList();
        db.AddRange(objectives);
        db.AddRange(added);
        for (var i = 1; i <= actions; i++)
        {
            var action = new PlanAction(plan.Id, plan.TerritoryId, $"{i}", $"Action {i}");
            action.Serve(objectives[i % 5], []);
            action.Contribute(added[i % solutions]);
            action.Run(new(2024, 1, 1), i % 3 == 0 ? new(2025, 6, 30) : new(2099, 12, 31));
            action.Cost(i * 1_000_00, "EUR", null);
            var effect = Effect.OfAction(action);
            effect.Tell(EffectKind.WasteAvoided, 12.5m * i, null, 2026, null);
            db.AddRange(action, effect, Lead.OfAction(action, null, $"Department {i}", Sector.Public, false, []), Milestone.OfAction(action.Id, plan.TerritoryId, $"Milestone {i}", new(2026, 1, 1)));
        }
        return await db.SaveChangesAsync();
    });

    /// <summary>Presses a button of a page that shows several small forms: with the page's token, and a key of its own.</summary>
    public static async Task<HttpResponseMessage> PostBarAsync(this HttpClient client, string page, string address, params (string Name, string Value)[] fields)
    {
        var token = Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static Objective Placed(Objective objective, int number)
    {
        objective.Place(number);
        return objective;
    }
}
