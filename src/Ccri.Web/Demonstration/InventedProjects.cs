using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;

namespace Ccri.Web.Demonstration;

/// <summary>Investment projects at all stages: one stopped, one that went back, one confidential, some without costs or without a rate.</summary>
internal static class InventedProjects
{
    private static readonly string[] Evidence = ["", "Concept paper", "Pre-feasibility study", "Feasibility study", "Business case, approved by the board", "Term sheet with a bank", "Signed financing contracts", "Notice to the contractor", "Protocol of acceptance"];
    private static readonly int[] Stages = [5, 7, 3, 8, 4, 6, 2, 1];
    private static readonly string[] Supports = ["an advisory service was asked; the answer is awaited.", "pitched at a matchmaking event; two investors asked for figures.", "advice on the business case by the support office."];

    public static void Make(Invention invention, Place place, Plan plan, InvestmentPlanEntry entry,
        IReadOnlyList<(PlanAction Action, string Theme)> actions, IReadOnlyDictionary<string, Solution> solutions)
    {
        var used = new Dictionary<string, int>();
        var costs = 0L;
        for (var i = 0; i < entry.Projects; i++)
        {
            var chance = new Chance($"{plan.Code} project {i}");
            var theme = invention.Catalogue.Themes[entry.Themes[i % entry.Themes.Count]];
            var round = used[theme.Key] = used.GetValueOrDefault(theme.Key, -1) + 1;
            var idea = theme.Projects[round % theme.Projects.Count];
            var project = invention.Add(new InvestmentProject(plan.Id, place.Id, FormattableString.Invariant($"P{i + 1}"), round < theme.Projects.Count ? idea.Name : $"{idea.Name}, second site"));
            invention.Mark(project, place.Id);
            project.Describe($"{Invention.Source}. {theme.Description}");
            project.Classify(theme.Sector, idea.Category, chance.In(80) ? RStrategy.Reuse : null);
            project.PromoteBy(idea.Delivery == DeliveryModel.Private ? theme.Companies[0] : place.Entry.Body, idea.Delivery);
            project.Link(i == 3 ? null : Linked(actions, theme, round), solutions.GetValueOrDefault(theme.Key));
            project.Support(chance.In(45) ? Invention.Say(chance.Of(Supports)) : null);
            project.KeepConfidential(i % 6 == 4);
            var (stage, hasRate) = (plan.Status == PlanStatus.Planned ? i : Stages[(i + plan.Code.Length) % Stages.Length], i < entry.Projects - entry.WithoutRate);
            var (rate, day) = hasRate && Currencies.Rate(place.Entry.Currency) is { } known ? (known, invention.Today.AddDays(-30)) : ((decimal?)null, (DateOnly?)null);
            Mature(invention, project, stage, i, chance);
            Cost(project, place.Entry.Currency, rate, day, idea, stage, chance);
            Schedule(project, stage, invention.Today, chance);
            InventedFunding.Make(invention, project, stage, rate, day, hasSurplus: i % 7 == 1, chance);
            if (entry.IsGrantCountedTwice && i < 2)
                InventedFunding.CountOnTheSameGrant(invention, project);
            Effects(invention, project, theme, chance);
            costs += project.Capex ?? 0;
        }
        plan.Cost(plan.Status is PlanStatus.Planned or PlanStatus.Expired ? null : costs, place.Entry.Currency, invention.Today.Year);
    }

    private static PlanAction? Linked(IReadOnlyList<(PlanAction Action, string Theme)> actions, Theme theme, int round)
    {
        var fitting = actions.Where(a => a.Theme == theme.Key && a.Action.Status != ActionStatus.Dropped).Select(a => a.Action).ToList();
        return fitting.Count == 0 || round > 3 ? null : fitting[round % fitting.Count];
    }

    private static void Mature(Invention invention, InvestmentProject project, int stage, int index, Chance chance)
    {
        var on = invention.Today.AddDays(-40 - stage * 130);
        for (var step = 1; step <= stage; step++)
        {
            invention.Add(project.Enter((ProjectStage)step, on, chance.In(85) ? Evidence[step] : null, invention.Today));
            on = on.AddDays(chance.From(90, 130));
        }
        if (index == 4)
            invention.Add(project.Enter(ProjectStage.Stopped, invention.Today.AddDays(-12), "The site was sold for housing; no other was found.", invention.Today));
        else if (stage == 4)
            invention.Add(project.Enter(ProjectStage.Feasibility, invention.Today.AddDays(-25), "The market study is done again with lower prices.", invention.Today));
        project.Mature(chance.In(80) ? Math.Min(9, stage + chance.From(1, 3)) : null, stage switch { 8 or 7 or 6 => PermitStatus.Granted, 5 or 4 => PermitStatus.AppliedFor, _ => chance.In(50) ? PermitStatus.NotAppliedFor : null },
            chance.In(75) ? Math.Min(100, stage * 12 + chance.Below(6)) : null, stage < 7 ? invention.Today.AddDays(chance.From(-20, 160)) : null);
    }

    private static void Cost(InvestmentProject project, string currency, decimal? rate, DateOnly? day, ProjectIdea idea, int stage, Chance chance)
    {
        long Amount(decimal thousandEuros) => Math.Max(1, (long)(thousandEuros / 10)) * 10_000L * 100 * Currencies.Scale(currency);
        var capex = stage > 1 || chance.In(40) ? Amount(idea.Capex * chance.From(75, 130) / 100m) : (long?)null;
        project.Cost(currency, rate, day, capex, chance.In(85) ? Amount(idea.Opex) : null, capex is not null && chance.In(85) ? Amount(idea.Capex * chance.From(4, 8) / 100m) : null,
            chance.In(70) ? chance.From(5, 20) : null, chance.In(70) ? chance.From(10, 30) : null);
        project.Earn(stage > 1 ? idea.Revenue : null, stage > 2 ? Amount(idea.Opex * chance.From(100, 170) / 100m) : null, chance.In(25) ? Amount(idea.Opex / 4m) : null);
        if (stage > 3 && capex is { } build)
            project.Return(build * chance.From(-8, 30) / 100 / 1_000_000 * 1_000_000, chance.From(20, 110) / 10m, chance.From(50, 150) / 10m, 4m);
    }

    private static void Schedule(InvestmentProject project, int stage, DateOnly today, Chance chance)
    {
        if (stage < 2)
            return;
        var close = today.AddDays((6 - stage) * 190 + chance.From(-60, 60));
        var construction = close.AddDays(chance.From(30, 120));
        project.Schedule(close.AddDays(-chance.From(300, 600)), close, construction, chance.In(90) ? construction.AddDays(chance.From(150, 420)) : null);
    }

    private static void Effects(Invention invention, InvestmentProject project, Theme theme, Chance chance)
    {
        var idea = chance.Of(theme.Actions);
        invention.Add(Effect.OfProject(project)).Tell(idea.Effect, idea.Amount * chance.From(10, 30) / 10m, null, project.Operation?.Year, Invention.Say(chance.In(60) ? "feasibility study" : null));
        if (chance.In(50) && idea.Effect != EffectKind.Jobs)
            invention.Add(Effect.OfProject(project)).Tell(EffectKind.Jobs, chance.From(2, 25), null, project.Operation?.Year, Invention.Say(null));
    }
}
