using Ccri.Domain.Accounts;
using Ccri.Domain.Findings;
using Ccri.Domain.Plans;
using Ccri.Web.Features.Findings;
using Ccri.Web.Features.Plans;
using Ccri.Web.Features.Shared;
using Ccri.Web.Tests.Plans;

namespace Ccri.Web.Tests.Findings;

/// <summary>An action plan, the investment plan that finances it, and an action that says where its money comes from: nothing that does not fit.</summary>
internal sealed record FinancedPlan(CcriApp App, string Ceap, string Ceip, Guid Action)
{
    public Task<Guid> AddProjectAsync(string number = "P1", Func<CreateProject.Command, CreateProject.Command>? with = null)
    {
        var project = new CreateProject.Command { PlanCode = Ceip, Number = number, Name = $"Material bank {number}", Currency = "EUR", Capex = 1_000, Preparation = 200, ActionId = Action };
        return App.SendAsync(with is null ? project : with(project));
    }

    public async Task EditActionAsync(Func<EditAction.Command, EditAction.Command> with) => await App.SendAsync(with((await App.SendAsync(new GetActionForm.Query(Ceap, Action))).Form));

    public async Task EditProjectAsync(Guid id, Func<EditProject.Command, EditProject.Command> with) => await App.SendAsync(with((await App.SendAsync(new GetProjectForm.Query(Ceip, id))).Form));

    public async Task EditLineAsync(Guid project, Guid line, Func<EditFundingLine.Command, EditFundingLine.Command> with) =>
        await App.SendAsync(with((await App.SendAsync(new GetFundingLineForm.Query(Ceip, project, line))).Form));
}

internal static class FindingSamples
{
    public static async Task<FinancedPlan> FinancedPlanAsync(this CcriApp app, string territory = "uppsala")
    {
        var ceap = await app.AddPlanAsync(territory);
        var ceip = await app.SendAsync(new CreatePlan.Command { Territory = territory, Kind = PlanKind.Ceip, Title = $"Investments {Guid.NewGuid():N}", Currency = "EUR", ActionPlan = ceap });
        var action = await app.SendAsync(new CreateAction.Command { Code = ceap, Number = "1", Title = "A hub for reused materials", Funding = "Budget of the city" });
        return new FinancedPlan(app, ceap, ceip, action);
    }

    public static async Task<ShownFinding?> FindingAsync(this CcriApp app, FindingKind kind, Guid subject, Role role = Role.Coordinator) => (await app.SendAsync(new GetFinding.Query(kind, subject), role)).Found;

    public static async Task AcceptAsync(this CcriApp app, FindingKind kind, Guid subject, string? fingerprint = null) => await app.SendByAsync(new AcceptFinding.Command
    {
        Kind = kind, SubjectId = subject, Reason = "It is paid for by volunteers.", Fingerprint = fingerprint ?? (await app.FindingAsync(kind, subject))?.Finding.Fingerprint,
    }, Role.Officer);

    public static async Task<IReadOnlyList<ShownFinding>> ListedAsync(this CcriApp app, FindingKind kind, Guid subject, ListFindings.Which show = ListFindings.Which.Open) =>
        [.. (await app.SendAsync(new ListFindings.Query(kind, Show: show, Size: CsvFile.MostRows))).Rows.Where(f => f.Finding.SubjectId == subject)];
}
