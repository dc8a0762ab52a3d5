using Ccri.Domain.Plans;
using Ccri.Domain.Reports;

namespace Ccri.Web.Features.Reports.Documents;

/// <summary>The part of a territory's facts that a document about some of its plans tells of.</summary>
internal sealed record PlanPart(IReadOnlyList<SnapshotPlan> Plans, IReadOnlyList<SnapshotFinding> Findings, IReadOnlySet<string> Codes, IReadOnlySet<Guid> Ids)
{
    public static PlanPart Of(ReportFacts facts, PlanKind kind)
    {
        bool IsPart(SnapshotPlan plan) => plan.Kind == kind;
        var plans = facts.Now.Plans.Where(IsPart).ToList();
        // What went since the period before is told too.
        var all = plans.Concat(facts.Before?.Plans.Where(IsPart) ?? []).ToList();
        var things = plans.SelectMany(p => p.Actions.Select(a => a.Id).Concat(p.Projects.Select(x => x.Id))).ToHashSet();
        return new PlanPart(plans, [.. facts.Now.Findings.Where(f => things.Contains(f.SubjectId))], all.Select(p => p.Code).ToHashSet(StringComparer.Ordinal), all.Select(p => p.Id).Concat(things).ToHashSet());
    }

    public bool Has(SnapshotPlan plan) => Ids.Contains(plan.Id);

    public bool Has(Change change) => Ids.Contains(change.Id) || (change.Of is { } code && Codes.Contains(code));
}
