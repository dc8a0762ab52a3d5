using Ccri.Domain.Plans;

namespace Ccri.Domain.Reports;

/// <summary>Lays a snapshot out as things that can be compared one by one.</summary>
internal static class ComparedThings
{
    /// <summary>Everything of a snapshot that can change.</summary>
    /// <param name="withNeeds">Whether both snapshots know of assessments and needs.</param>
    public static IEnumerable<ComparedThing> In(TerritorySnapshot snapshot, bool withNeeds) =>
    [
        new(KeyOf(ChangeNoun.Territory, snapshot.Territory.Id), null, ChangeNoun.Territory, snapshot.Territory.Id, snapshot.Territory.Name, null) { Status = snapshot.Status },
        .. snapshot.Plans.SelectMany(Of),
        .. snapshot.Solutions.SelectMany(Of),
        .. snapshot.Indicators.Select(Of),
        .. snapshot.Risks.Select(r => new ComparedThing(KeyOf(ChangeNoun.Risk, r.Id), null, ChangeNoun.Risk, r.Id, r.Title, null)
        {
            IsOver = r.ClosedOn is not null, Day = r.ClosedOn ?? r.RaisedOn, DayBelongsToStep = true, Step = r.ClosedOn is null ? r.Kind.ToString() : "Closed", StepCause = r.Outcome,
        }),
        .. snapshot.Findings.Select(f => new ComparedThing($"{KeyOf(ChangeNoun.Finding, f.SubjectId)} {f.Kind}", null, ChangeNoun.Finding, f.SubjectId, f.What, null)
        {
            IsOver = f.Accepted is not null, Step = f.Accepted is null ? f.Kind.ToString() : "Accepted", StepCause = f.Accepted ?? f.Why,
        }),
        .. withNeeds ? Needs(snapshot) : [],
    ];

    /// <summary>A need that is partly met stays open, so that is a second step of it.</summary>
    private static IEnumerable<ComparedThing> Needs(TerritorySnapshot snapshot) =>
    [
        .. snapshot.Needs!.Select(n => new ComparedThing(KeyOf(ChangeNoun.Need, n.Id), null, ChangeNoun.Need, n.Id, FormattableString.Invariant($"{n.Number} {n.Statement}"), null)
        {
            IsOver = !n.IsOpen(), Day = n.ClosedOn ?? n.RaisedOn, DayBelongsToStep = true, Step = n.State.ToString(), StepCause = n.Reason,
            Phase = n.IsOpen() ? n.Verdict?.Verdict.ToString() : null,
        }),
        .. snapshot.Assessment is { } assessment ? (ComparedThing[])
        [
            new(KeyOf(ChangeNoun.Assessment, snapshot.Territory.Id), null, ChangeNoun.Assessment, snapshot.Territory.Id, assessment.Questionnaire, null) { Step = FormattableString.Invariant($"{assessment.Now:yyyy-MM-dd}") },
        ] : [],
    ];

    private static IEnumerable<ComparedThing> Of(SnapshotPlan plan)
    {
        var key = KeyOf(ChangeNoun.Plan, plan.Id);
        return
        [
            new(key, null, ChangeNoun.Plan, plan.Id, plan.Title, plan.Code)
            {
                IsOver = plan.Status == PlanStatus.Expired, Status = plan.Reading, Step = plan.Status.ToString(), StepCause = plan.Status == PlanStatus.Adopted ? plan.AdoptedBy : null, Figures = [.. Figures(plan)],
            },
            .. plan.Actions.SelectMany(a => Of(a, key, plan.Code)),
            .. plan.Projects.SelectMany(p => Of(p, key, plan.Code)),
            .. plan.Recommendations.Select(r => new ComparedThing(KeyOf(ChangeNoun.Recommendation, r.Id), key, ChangeNoun.Recommendation, r.Id, r.Text, plan.Code)
            {
                IsOver = r.Uptake != Uptake.Open, Day = r.AnsweredOn ?? r.ReviewedOn, DayBelongsToStep = true, Step = r.Uptake.ToString(), StepCause = r.Answer,
            }),
        ];
    }

    private static IEnumerable<ComparedThing> Of(SnapshotAction action, string plan, string code)
    {
        var key = KeyOf(ChangeNoun.Action, action.Id);
        return
        [
            new(key, plan, ChangeNoun.Action, action.Id, $"{action.Number} {action.Title}", code)
            {
                IsOver = PlanAction.IsOver(action.Status), Day = action.DoneOn ?? action.Forecast ?? action.End, DayCause = action.Remark, CauseStays = action.Status != ActionStatus.Dropped, Status = action.Reading, Step = action.Status.ToString(), StepCause = action.Remark,
            },
            .. action.Milestones.Select(m => Of(m, key, code)),
        ];
    }

    private static ComparedThing Of(SnapshotMilestone milestone, string parent, string code) =>
        new(KeyOf(ChangeNoun.Milestone, milestone.Id), parent, ChangeNoun.Milestone, milestone.Id, milestone.Title, code)
        {
            IsOver = milestone.DoneOn is not null, Day = milestone.DoneOn ?? milestone.Forecast ?? milestone.Due, DayCause = milestone.MoveReason, Step = milestone.DoneOn is null ? "Open" : "Done",
        };

    private static IEnumerable<ComparedThing> Of(SnapshotProject project, string plan, string code)
    {
        var (key, name) = (KeyOf(ChangeNoun.Project, project.Id), $"{project.Number} {project.Name}");
        var isOver = project.Stage is ProjectStage.Operating or ProjectStage.Stopped;
        return
        [
            new(key, plan, ChangeNoun.Project, project.Id, name, code)
            {
                IsOver = isOver, Day = isOver ? project.StageSince : project.NextGate, DayBelongsToStep = true, Status = project.Reading, Step = project.Stage.ToString(), StepCause = project.Evidence,
            },
            .. project.Lines.Select(l => new ComparedThing(KeyOf(ChangeNoun.FundingLine, l.Id), key, ChangeNoun.FundingLine, l.Id, l.Provider is { } provider ? $"{name}: {provider}" : name, code)
            {
                Day = l.On, DayBelongsToStep = true, Step = l.Status.ToString(), Source = l.Source,
            }),
        ];
    }

    private static IEnumerable<ComparedThing> Of(SnapshotSolution solution)
    {
        var key = KeyOf(ChangeNoun.Solution, solution.Id);
        var change = solution.Changes is [.., var last] && last.To == solution.State ? last : null;
        var isOver = solution.State is Solutions.SolutionState.Stopped or Solutions.SolutionState.Completed;
        return
        [
            new(key, null, ChangeNoun.Solution, solution.Id, solution.Title, solution.Code)
            {
                IsOver = isOver, Day = isOver ? change?.On : null, Status = solution.Reading, Step = solution.State.ToString(), StepCause = change?.Reason,
                Phase = solution.Phase?.ToString(), PhaseCause = solution.Phases is [.., var entry] ? entry.Note : null,
            },
            .. solution.Milestones.Select(m => Of(m, key, solution.Code)),
        ];
    }

    private static ComparedThing Of(SnapshotIndicator indicator)
    {
        var newest = indicator.Values is [.., var last] ? last : null;
        var cause = newest?.Remark is { } remark ? $"{remark} ({newest.Source})" : newest?.Source;
        var isActual = indicator.Actual is not null;
        return new(KeyOf(ChangeNoun.Indicator, indicator.Id), null, ChangeNoun.Indicator, indicator.Id, indicator.Name, indicator.Of)
        {
            Status = indicator.Reading,
            Figures = [new(ChangeFigure.Value, isActual ? indicator.Actual!.Value.Value : newest?.Value, indicator.Unit, cause, newest is null ? null : isActual ? "actual" : "newest")],
        };
    }

    private static IEnumerable<ComparedFigure> Figures(SnapshotPlan plan)
    {
        var scores = plan.Sections.Select(s => s.Score).OfType<int>().ToList();
        yield return new(ChangeFigure.Score, scores.Count > 0 ? scores.Sum() : null, "points", null);
        if (plan.Kind != PlanKind.Ceip)
            yield break;
        var funding = Funding.Of(plan.Projects.Where(p => InvestmentProject.Counts(p.Stage)).Select(p => p.ToMoney()));
        var withheld = string.Join(' ', plan.Projects.Where(p => p.IsWithheld).Select(p => p.Id).Order()); // sums over other projects are no change
        yield return new(ChangeFigure.Secured, funding.Secured.IsKnown ? funding.Secured.Cents : null, Money.Euro, null, withheld);
        yield return new(ChangeFigure.Gap, funding.Gap.IsKnown ? funding.Gap.Cents : null, Money.Euro, null, withheld);
    }

    private static string KeyOf(ChangeNoun noun, Guid id) => $"{noun} {id}";
}
