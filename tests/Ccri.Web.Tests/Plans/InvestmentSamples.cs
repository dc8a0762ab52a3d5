using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Ccri.Web.Features.Plans;
using Ccri.Web.Tests.Organisations;

namespace Ccri.Web.Tests.Plans;

/// <summary>An investment plan to try things on.</summary>
internal sealed record InvestmentSample(Guid PlanId, string Code, Guid TerritoryId, string Slug)
{
    public string Address => $"/plans/{Code}";
}

internal static class InvestmentSamples
{
    public static async Task<InvestmentSample> NewInvestmentPlanAsync(this CcriApp app, string slug = "asker")
    {
        var territory = await app.TerritoryIdAsync(slug);
        var plan = new Plan(territory, PlanKind.Ceip, $"CEIP-{Guid.NewGuid().ToString("N")[..12].ToUpperInvariant()}-1", "Investment plan");
        await app.WithDatabaseAsync(async db =>
        {
            db.Plans.Add(plan);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return new InvestmentSample(plan.Id, plan.Code, territory, slug);
    }

    /// <summary>Costs EUR 1,000 to build and 200 to prepare.</summary>
    public static CreateProject.Command Project(this InvestmentSample plan, string number = "P1") =>
        new() { PlanCode = plan.Code, Number = number, Name = "Material bank", Currency = "EUR", Capex = 1_000, Preparation = 200 };

    public static AddFundingLine.Command Line(Guid project, decimal? amount, FundingStatus status, FundingSource source = FundingSource.OwnBudget) => new()
    {
        ProjectId = project, Source = source, Instrument = FundingInstrument.Grant, Amount = amount, Currency = "EUR", Status = status,
        On = FundingLine.IsSecured(status) ? new DateOnly(2026, 10, 1) : null,
    };

    public static async Task<EditProject.Command> FormAsync(this CcriApp app, InvestmentSample plan, Guid id) => (await app.SendAsync(new GetProjectForm.Query(plan.Code, id))).Form;

    public static Task<GetProject.Details> DetailsAsync(this CcriApp app, InvestmentSample plan, Guid id, Role role = Role.Coordinator) => app.SendAsync(new GetProject.Query(plan.Code, id), role);

    /// <summary>An action and a solution of a territory.</summary>
    public static async Task<(Guid Action, Guid Solution)> ActionAndSolutionAsync(this CcriApp app, Guid territory)
    {
        var key = Guid.NewGuid().ToString("N")[..12].ToUpperInvariant();
        var (plan, solution) = (new Plan(territory, PlanKind.Ceap, $"CEAP-{key}-1", "Action plan"), new Solution(territory, $"CSS-{key}-1", "Market for used materials"));
        var action = new PlanAction(plan.Id, territory, "1", "Reuse materials");
        await app.WithDatabaseAsync(async db =>
        {
            db.AddRange(plan, solution, action);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return (action.Id, solution.Id);
    }
}
