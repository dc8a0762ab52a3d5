using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Solutions;

namespace Ccri.Domain.Findings;

/// <summary>The six checks over the plans of one territory, each a pure function of their facts. Source: product.md, "Coherence checks"; decision 19.</summary>
public static class CoherenceChecks
{
    /// <summary>All findings, in the order of their kinds, then of their names.</summary>
    public static IReadOnlyList<Finding> Of(PlanFacts facts)
    {
        var live = Live(facts);
        IEnumerable<Finding> all = [.. ActionsWithoutMoney(live), .. MoneyWithoutAction(live, facts.Actions), .. SameMoneyTwice(live), .. InvestmentsBeforeActions(live), .. SolutionsWithoutIndicator(live), .. StagesWithoutEvidence(live)];
        return [.. all.OrderBy(f => f.Kind).ThenBy(f => f.What, StringComparer.Ordinal).ThenBy(f => f.SubjectId)];
    }

    /// <summary>Only actions of a plan that an investment plan of the territory finances: elsewhere nobody says yet what pays for what.</summary>
    private static IEnumerable<Finding> ActionsWithoutMoney(PlanFacts facts)
    {
        var financed = facts.Plans.Where(p => p.Kind == PlanKind.Ceip).SelectMany(p => p.FinancesId is { } id ? new[] { (Action: id, Money: p.Id) } : []).ToLookup(p => p.Action, p => p.Money);
        return from action in facts.Actions
               where financed.Contains(action.PlanId) && !PlanAction.IsOver(action.Status) && action.Funding is null && !facts.Projects.Any(p => p.ActionId == action.Id)
               select Found(FindingKind.ActionWithoutMoney, facts, action.Id, action.Name, [action.PlanId, .. financed[action.PlanId]], facts: []);
    }

    /// <summary>Only where actions are recorded that a project could be linked to: elsewhere the action plan is what is missing, not the link.</summary>
    /// <param name="all">Those of expired plans, too: a project can still be linked to one.</param>
    private static IEnumerable<Finding> MoneyWithoutAction(PlanFacts facts, IReadOnlyList<ActionFact> all)
    {
        foreach (var project in facts.Projects.Where(_ => facts.Actions.Count > 0))
        {
            var action = all.FirstOrDefault(a => a.Id == project.ActionId);
            if (action is null)
                yield return Found(FindingKind.MoneyWithoutAction, facts, project.Id, project.Name, [project.PlanId], facts: []);
            else if (action.Status == ActionStatus.Dropped)
                yield return Found(FindingKind.MoneyWithoutAction, facts, project.Id, project.Name, [project.PlanId, action.PlanId], action.Name, FindingCause.ActionDropped, facts: [action.Id]);
            else if (!facts.Plans.Any(p => p.Id == action.PlanId))
                yield return Found(FindingKind.MoneyWithoutAction, facts, project.Id, project.Name, [project.PlanId, action.PlanId], action.Name, FindingCause.PlanExpired, facts: [action.Id]);
        }
    }

    /// <summary>The same source, giver, instrument and amount in two projects; refused money counts for nobody. However many lines two projects share, it is one finding.</summary>
    private static IEnumerable<Finding> SameMoneyTwice(PlanFacts facts)
    {
        var lines = facts.Projects.SelectMany(project => project.Lines, (project, line) => (Project: project, Line: line)).Where(l => l.Line.Status != FundingStatus.Rejected && l.Line.Amount > 0);
        var twice = from line in lines
                    group line by (line.Line.Source, line.Line.Instrument, line.Line.Provider, line.Line.Amount, line.Line.Currency) into same
                    let projects = same.Select(l => l.Project).Distinct().OrderBy(p => p.Id).ToList() // the finding is about the one added last: a new name moves it nowhere
                    where projects.Count > 1
                    orderby same.Min(l => l.Line.Id)
                    select (same.Key, Lines: same.Select(l => l.Line.Id).Order(), Projects: projects);
        return from same in twice
               group same by same.Projects[^1] into of
               let others = of.SelectMany(s => s.Projects).Where(p => p.Id != of.Key.Id).Distinct().OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id).ToList()
               select Found(FindingKind.SameMoneyTwice, facts, of.Key.Id, of.Key.Name, [of.Key.PlanId, .. others.Select(p => p.PlanId)], string.Join(", ", others.Select(p => p.Name)),
                   facts: of.SelectMany(s => (IEnumerable<object?>)[s.Key.Source, s.Key.Instrument, s.Key.Provider, s.Key.Amount, s.Key.Currency, .. s.Lines]));
    }

    private static IEnumerable<Finding> InvestmentsBeforeActions(PlanFacts facts) =>
        from project in facts.Projects
        join action in facts.Actions on project.ActionId equals action.Id
        where action.Status != ActionStatus.Dropped && project.Begins < action.Start
        select Found(FindingKind.InvestmentBeforeAction, facts, project.Id, project.Name, [project.PlanId, action.PlanId], action.Name, facts: [action.Id, project.Begins, action.Start]) with { Begins = project.Begins, ActionBegins = action.Start };

    /// <summary>Neither the solution itself nor an action that contributes to it follows an indicator.</summary>
    private static IEnumerable<Finding> SolutionsWithoutIndicator(PlanFacts facts) =>
        from solution in facts.Solutions
        where !solution.HasIndicator && !facts.Actions.Any(a => a.SolutionId == solution.Id && a.IndicatorId is not null && a.Status != ActionStatus.Dropped)
        select Found(FindingKind.SolutionWithoutIndicator, facts, solution.Id, solution.Name, solution.PlanId is { } plan ? [plan] : [], facts: []);

    /// <summary>A stage beyond the idea needs something that shows it; from financing secured on, its gap must be closed.</summary>
    private static IEnumerable<Finding> StagesWithoutEvidence(PlanFacts facts)
    {
        foreach (var project in facts.Projects.Where(p => p.Stage > ProjectStage.Idea))
        {
            if (project.Evidence is null)
                yield return Found(FindingKind.StageWithoutEvidence, facts, project.Id, project.Name, [project.PlanId], facts: [project.Stage]) with { Stage = project.Stage };
            else if (project.Stage >= ProjectStage.FinancingSecured && Funding.Of(project.Money).Gap is { IsKnown: true, Cents: > 0 } gap)
                yield return Found(FindingKind.StageWithoutEvidence, facts, project.Id, project.Name, [project.PlanId], cause: FindingCause.MoneyNotSecured, facts: [project.Stage, gap.Cents]) with { Stage = project.Stage };
        }
    }

    /// <summary>Without what is over: expired plans and what stands in them, stopped projects, stopped and completed solutions.</summary>
    private static PlanFacts Live(PlanFacts facts)
    {
        var plans = facts.Plans.Where(p => p.Status != PlanStatus.Expired).ToList();
        var ids = plans.Select(p => p.Id).ToHashSet();
        return facts with
        {
            Plans = plans,
            Actions = [.. facts.Actions.Where(a => ids.Contains(a.PlanId))],
            Projects = [.. facts.Projects.Where(p => ids.Contains(p.PlanId) && p.Stage != ProjectStage.Stopped)],
            Solutions = [.. facts.Solutions.Where(s => s.State is not (SolutionState.Stopped or SolutionState.Completed))],
        };
    }

    private static Finding Found(FindingKind kind, PlanFacts of, Guid subject, string what, IReadOnlyList<Guid> plans, string? other = null, FindingCause cause = FindingCause.Plain,
        params IEnumerable<object?> facts) =>
        new(kind, of.TerritoryId, subject, what, [.. plans.Distinct()], other, cause, Acceptance.FingerprintOf([kind, subject, cause, .. facts]));
}
