using Ccri.Domain;
using Ccri.Domain.Findings;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Shared;

/// <summary>Runs the checks of coherence over the plans of one territory or of all: the same number of questions however many.</summary>
public sealed class FindingReader(CcriDbContext db, Access access, ProgrammeCalendar calendar)
{
    /// <summary>One finding; empty when everything fits there by now.</summary>
    /// <param name="territoryId">See <see cref="TerritoryOfAsync"/>.</param>
    public async Task<ShownFinding?> FindAsync(FindingKind kind, Guid subjectId, Guid territoryId, CancellationToken cancellationToken) =>
        (await OfTerritoryAsync(territoryId, cancellationToken)).SingleOrDefault(f => f.Finding.Kind == kind && f.Finding.SubjectId == subjectId);

    /// <summary>The territory of the action, project or solution that a finding of the kind is about.</summary>
    /// <exception cref="NotFoundException">When there is none.</exception>
    public async Task<Guid> TerritoryOfAsync(FindingKind kind, Guid subjectId, CancellationToken cancellationToken) => await (kind switch
    {
        FindingKind.ActionWithoutMoney => db.PlanActions.Where(a => a.Id == subjectId).Select(a => (Guid?)a.TerritoryId),
        FindingKind.SolutionWithoutIndicator => db.Solutions.Where(s => s.Id == subjectId).Select(s => (Guid?)s.TerritoryId),
        _ => db.InvestmentProjects.Where(p => p.Id == subjectId).Select(p => (Guid?)p.TerritoryId),
    }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Finding", subjectId);

    public Task<IReadOnlyList<ShownFinding>> OfTerritoryAsync(Guid territoryId, CancellationToken cancellationToken) => ReadAsync(db.Territories.Where(t => t.Id == territoryId), cancellationToken);

    /// <param name="territories">Those that the person who asks may see the work of.</param>
    /// <returns>Accepted ones included, after those that are not; by territory, kind and name.</returns>
    public Task<IReadOnlyList<ShownFinding>> ReadAsync(IQueryable<Territory> territories, CancellationToken cancellationToken) => ReadAsync(territories, access.SeesConfidentialAmounts, cancellationToken);

    /// <summary>The same for whoever asks: what only confidential amounts tell is not found. For what is printed and travels.</summary>
    public Task<IReadOnlyList<ShownFinding>> ReadWithheldAsync(IQueryable<Territory> territories, CancellationToken cancellationToken) => ReadAsync(territories, _ => false, cancellationToken);

    private async Task<IReadOnlyList<ShownFinding>> ReadAsync(IQueryable<Territory> territories, Func<Guid, bool> seesAmounts, CancellationToken cancellationToken)
    {
        var ids = territories.Select(t => t.Id);
        var named = await territories.Select(t => new { t.Id, t.Name, t.Slug, t.SearchName }).ToDictionaryAsync(t => t.Id, cancellationToken);
        var plans = await db.Plans.Where(p => ids.Contains(p.TerritoryId)).Select(p => new { p.Id, p.TerritoryId, p.Kind, p.Status, p.ActionPlanId, p.Code, p.Title }).ToListAsync(cancellationToken);
        var actions = await db.PlanActions.Where(a => ids.Contains(a.TerritoryId)).Select(a => new { a.TerritoryId, Fact = new ActionFact(a.Id, a.PlanId, a.Number + " " + a.Title, a.Status, a.Funding, a.Start, a.SolutionId, a.IndicatorId) })
            .ToListAsync(cancellationToken);
        var projects = await ProjectsAsync(ids, seesAmounts, cancellationToken);
        var solutions = await db.Solutions.Where(s => ids.Contains(s.TerritoryId))
            .Select(s => new { s.TerritoryId, s.Code, Fact = new SolutionFact(s.Id, s.Title, s.State, s.PlanId, db.IndicatorSeries.Any(i => i.SolutionId == s.Id)) }).ToListAsync(cancellationToken);
        var accepted = await AcceptedAsync(ids, cancellationToken);

        var (planOf, actionOf, projectOf, solutionOf) = (plans.ToLookup(p => p.TerritoryId), actions.ToLookup(a => a.TerritoryId, a => a.Fact), projects.ToLookup(p => p.TerritoryId, p => p.Fact), solutions.ToLookup(s => s.TerritoryId, s => s.Fact));
        var codes = plans.ToDictionary(p => p.Id, p => new FindingPlan(p.Code, p.Kind, p.Title));
        var addresses = actions.ToDictionary(a => a.Fact.Id, a => $"plans/{codes[a.Fact.PlanId].Code}/actions/{a.Fact.Id}")
            .Concat(projects.ToDictionary(p => p.Fact.Id, p => $"plans/{codes[p.Fact.PlanId].Code}/projects/{p.Fact.Id}"))
            .Concat(solutions.ToDictionary(s => s.Fact.Id, s => $"solutions/{s.Code}")).ToDictionary();
        return
        [
            .. from territory in named.Values.OrderBy(t => t.SearchName, StringComparer.Ordinal).ThenBy(t => t.Id)
               from finding in CoherenceChecks.Of(new PlanFacts(territory.Id, [.. planOf[territory.Id].Select(p => new PlanFact(p.Id, p.Kind, p.Status, p.ActionPlanId))],
                   [.. actionOf[territory.Id]], [.. projectOf[territory.Id]], [.. solutionOf[territory.Id]]))
               let acceptance = accepted.GetValueOrDefault((finding.Rule, finding.SubjectId, finding.Fingerprint))
               orderby acceptance is not null
               select new ShownFinding(finding, territory.Name, territory.Slug, addresses[finding.SubjectId], [.. finding.PlanIds.Select(id => codes[id])], acceptance),
        ];
    }

    private async Task<List<(Guid TerritoryId, ProjectFact Fact)>> ProjectsAsync(IQueryable<Guid> territories, Func<Guid, bool> seesAmounts, CancellationToken cancellationToken)
    {
        var lines = (await db.FundingLines.AsNoTracking().Where(l => territories.Contains(l.TerritoryId)).ToListAsync(cancellationToken)).ToLookup(l => l.ProjectId);
        var projects = await db.InvestmentProjects.Where(p => territories.Contains(p.TerritoryId))
            .Select(p => new
            {
                Project = p,
                Evidence = db.StageChanges.Where(s => s.ProjectId == p.Id).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).Select(s => s.Evidence).FirstOrDefault(),
            }).AsNoTracking().ToListAsync(cancellationToken);
        return [.. projects.Select(p => (p.Project.TerritoryId, Fact(p.Project, p.Evidence, [.. lines[p.Project.Id]], !p.Project.IsConfidential || seesAmounts(p.Project.TerritoryId))))];
    }

    /// <summary>Without its money where that is not for who asks: what is found in amounts would tell them.</summary>
    private static ProjectFact Fact(InvestmentProject project, string? evidence, IReadOnlyList<FundingLine> lines, bool withMoney) =>
        new(project.Id, project.PlanId, $"{project.Number} {project.Name}", project.Stage, project.ActionId,
            project.Start ?? project.FinancialClose ?? project.Construction ?? project.Operation, evidence, withMoney ? ProjectMoney.Of(project, lines) : new ProjectMoney(project.Id, null, null, []),
            withMoney ? [.. lines.Select(l => new LineFact(l.Id, l.Source, l.Instrument, l.Provider is { } provider ? Folding.ForSearch(provider) : null, l.Amount, l.Currency, l.Status))] : []);

    private async Task<Dictionary<(string Rule, Guid Subject, string Fingerprint), FindingAcceptance>> AcceptedAsync(IQueryable<Guid> territories, CancellationToken cancellationToken)
    {
        var rules = Enum.GetValues<FindingKind>().Select(Finding.RuleOf).ToList();
        var rows = await (from a in db.Acceptances.Where(a => rules.Contains(a.Rule) && a.TerritoryId != null && territories.Contains(a.TerritoryId.Value))
                          join p in db.Persons on a.PersonId equals p.Id into persons
                          from person in persons.DefaultIfEmpty()
                          orderby a.At, a.Id
                          select new { a.Id, a.Rule, a.SubjectId, a.Fingerprint, a.Reason, a.At, Who = person!.Name }).ToListAsync(cancellationToken);
        return rows.GroupBy(a => (a.Rule, a.SubjectId, a.Fingerprint)).ToDictionary(g => g.Key, g => g.Last()) // the newest of equal ones
            .ToDictionary(a => a.Key, a => new FindingAcceptance(a.Value.Id, a.Value.Reason, a.Value.Who, calendar.DayOf(a.Value.At)));
    }
}
