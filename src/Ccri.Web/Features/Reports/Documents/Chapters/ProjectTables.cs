using Ccri.Domain.Plans;
using Ccri.Domain.Reports;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents.Chapters;

/// <summary>Investment projects and their funding lines as tables; of a confidential project "withheld" stands where an amount would.</summary>
internal static class ProjectTables
{
    private const int MostProjects = 150, MostLines = 400;

    public static TableBlock Projects(ReportFacts facts, Outline outline, SnapshotPlan plan)
    {
        var (shown, rest) = Cells.AtMost([.. plan.Projects.OrderBy(p => p.Stage == ProjectStage.Stopped)], MostProjects);
        var counted = plan.Projects.Where(p => InvestmentProject.Counts(p.Stage)).ToList();
        var sum = Funding.Of(counted.Select(p => p.ToMoney()));
        var withheld = counted.Count(p => p.IsWithheld);
        return new TableBlock(
            [Column.Of("no", "No."), Column.Of("name", "Project", 2.6), Column.Of("stage", "Stage", 1.3), Column.Of("gate", "Next gate", kind: ColumnKind.Date), Column.Of("needed", "Needed", kind: ColumnKind.Money), Column.Of("secured", "Secured", kind: ColumnKind.Money), Column.Of("gap", "Gap", kind: ColumnKind.Money), Column.Of("status", "Status")],
            [
                .. shown.Select(Row),
                .. counted.Count > 1 ? (TableRow[])[TableRow.Sum("sum", "Sum", $"{Wording.Count(counted.Count, "project")}, as far as known", null, null, Cells.Millions(sum.Needed), Cells.Millions(sum.Secured), Cells.Millions(sum.Gap), null)] : [],
            ])
        {
            Key = $"{plan.Code}-projects-table", Label = outline.Table(), Title = "Investment projects", Subtitle = "EUR million; secured is contracted or paid out",
            Source = Cells.Beneath(string.Join(" ", new[]
            {
                withheld > 0 ? $"Of {Wording.Count(withheld, "project")} the amounts are confidential, withheld: the sums leave them out." : null,
                counted.Count < plan.Projects.Count ? "Stopped projects count nowhere." : null,
                rest,
            }.OfType<string>()) is { Length: > 0 } words ? words : null, Sources.Of(plan.Projects.Select(p => p.Said), facts.Now.Day, "project")),
        };
    }

    public static TableBlock LinesByState(Outline outline, SnapshotPlan plan)
    {
        var lines = plan.Projects.Where(p => InvestmentProject.Counts(p.Stage)).SelectMany(p => p.Lines).ToList();
        return new TableBlock(
            [Column.Of("state", "State", 2), Column.Of("lines", "Lines", kind: ColumnKind.Number), Column.Of("amount", "EUR million", kind: ColumnKind.Money), Column.Of("private", "of it private", kind: ColumnKind.Money), Column.Of("left", "Lines without a known amount", kind: ColumnKind.Number)],
            [.. lines.GroupBy(l => l.Status).OrderByDescending(g => FundingLine.IsSecured(g.Key)).ThenBy(g => g.Key).Select(g => TableRow.Of(g.Key.ToString(),
                FundingLine.IsSecured(g.Key) ? new TextCell(Words.Of(g.Key)) { Note = "secured" } : Words.Of(g.Key), Wording.Number(g.Count()), Cells.Millions(Sum.Of(g.Select(l => l.Amount))), Cells.Millions(Sum.Of(g.Where(l => l.IsPrivate).Select(l => l.Amount))), Wording.Number(g.Count(l => l.Amount is null))))])
        {
            Key = $"{plan.Code}-lines-table", Label = outline.Table(), Title = "Funding lines by state", Subtitle = "Without stopped projects", Empty = "No funding line is recorded.",
        };
    }

    /// <summary>Wide, for turned pages: each project, and beneath it its lines.</summary>
    public static IEnumerable<Block> All(Outline outline, SnapshotPlan plan)
    {
        if (plan.Projects.Count == 0)
            yield break;
        var (shown, rest) = Cells.AtMost([.. plan.Projects.SelectMany(Rows)], MostLines);
        yield return new TableBlock(
            [Column.Of("line", "Source of the money", 1.7), Column.Of("provider", "From", 1.6), Column.Of("instrument", "Instrument", 1.2), Column.Of("amount", "EUR million", kind: ColumnKind.Money), Column.Of("private", "Private"), Column.Of("state", "State", 1.2), Column.Of("on", "Since", kind: ColumnKind.Date)],
            shown)
        {
            Key = $"{plan.Code}-annex-projects", Label = outline.Table(), Title = $"All projects and funding lines of {plan.Title}", Source = Cells.Beneath(rest, null),
        };
    }

    private static IEnumerable<TableRow> Rows(SnapshotProject project)
    {
        yield return TableRow.Over(Cells.Title(project.Number, project.Name), project.Reading is { } reading ? Cells.Mark(reading.Status) : null, About(project), TableRow.KeyOf(project.Id));
        if (project.Lines.Count == 0)
            yield return TableRow.Of($"{TableRow.KeyOf(project.Id)}-none", "No funding line", null, null, null, null, null, null);
        foreach (var line in project.Lines)
            yield return TableRow.Of(TableRow.KeyOf(line.Id), Words.Of(line.Source), line.Provider, Words.Of(line.Instrument), line.Amount is null && project.IsWithheld ? Cells.Withheld : Cells.Millions(line.Amount), line.IsPrivate ? "yes" : "no", Words.Of(line.Status), Cells.Day(line.On));
    }

    private static string About(SnapshotProject project) => string.Join("; ", new[]
    {
        Words.Of(project.Stage), project.Promoter, project.Category is { } category ? Words.Of(category) : null,
        project.IsWithheld ? "amounts confidential, withheld" : project.Capex is { } capex ? $"to build {Cells.Euro(capex)}" : null,
        project.Preparation is { } preparation ? $"to prepare {Cells.Euro(preparation)}" : null,
        project.Action is { } action ? $"serves {action}" : null,
        project.Operation is { } operation ? $"operates from {Wording.Date(operation)}" : null,
        project.Evidence,
    }.OfType<string>());

    private static TableRow Row(SnapshotProject project)
    {
        var money = Funding.Of(project.ToMoney());
        Cell? Amount(Sum sum) => project.IsWithheld ? Cells.Withheld : Cells.Millions(sum);
        var counts = InvestmentProject.Counts(project.Stage);
        return TableRow.Of(TableRow.KeyOf(project.Id), project.Number, project.IsWithheld ? new TextCell(project.Name) { Note = "amounts confidential, withheld" } : project.Name,
            project.StageSince is { } since ? new TextCell(Words.Of(project.Stage)) { Note = $"since {Wording.Date(since)}" } : Words.Of(project.Stage),
            counts ? Cells.Due(project.NextGate, project.DaysLate) : null, counts ? Amount(money.Needed) : null, counts ? Amount(money.Secured) : null, counts ? Amount(money.Gap) : null, Cells.Status(project.Reading));
    }
}
