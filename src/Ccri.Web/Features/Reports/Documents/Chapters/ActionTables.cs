using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents.Chapters;

/// <summary>The actions of a plan: the late ones first in the chapter, all with their money in the annex.</summary>
internal static class ActionTables
{
    private const int MostActions = 300;

    private static readonly (Rag? Status, string Note)[] Groups =
        [(Rag.OffTrack, "more than 30 days late, blocked, or with a milestone that is"), (Rag.AtRisk, "late by up to 30 days, or a later day is expected"), (Rag.OnTrack, ""), (Rag.NoData, "no day to judge them by"), (Rag.Complete, ""), (null, "counts nowhere")];

    public static IEnumerable<Block> Late(ReportFacts facts, Outline outline, SnapshotPlan plan)
    {
        yield return outline.Part($"{plan.Code}-actions", "Actions");
        var rows = new List<TableRow>();
        foreach (var (status, note) in Groups)
        {
            var some = plan.Actions.Where(a => a.Reading?.Status == status).OrderByDescending(a => a.DaysLate).ToList(); // stable: by number within
            if (some.Count == 0)
                continue;
            rows.Add(TableRow.Over($"{(status is { } s ? Words.Of(s) : "Dropped")}: {Wording.Count(some.Count, "action")}", status is { } m ? Cells.Mark(m) : null, note.Length == 0 ? null : note, $"{status}"));
            rows.AddRange(some.Select(Row));
        }
        var (shown, rest) = Cells.AtMost(rows, MostActions);
        yield return new TableBlock(
            [Column.Of("no", "No."), Column.Of("title", "Action", 3), Column.Of("lead", "Lead", 2.4), Column.Of("end", "Ends", kind: ColumnKind.Date), Column.Of("done", "Done, %", kind: ColumnKind.Number), Column.Of("status", "Status"), Column.Of("why", "Why", 2)],
            shown)
        {
            Key = $"{plan.Code}-actions-table", Label = outline.Table(), Title = "Actions of the plan, late first", Subtitle = $"As of {Wording.Date(facts.Now.Day)}",
            Empty = "No action is recorded.", Source = Cells.Beneath(rest, Sources.Of(plan.Actions.Select(a => a.Said), facts.Now.Day, "action")),
        };
    }

    /// <summary>Wide, for turned pages.</summary>
    public static IEnumerable<Block> All(Outline outline, SnapshotPlan plan)
    {
        if (plan.Actions.Count == 0)
            yield break;
        var objectives = plan.Objectives.ToDictionary(o => o.Id, o => o.Number is { } number ? Wording.Number(number) : o.IsLever ? "lever" : o.Title);
        var (shown, rest) = Cells.AtMost(plan.Actions, MostActions);
        yield return new TableBlock(
            [Column.Of("no", "No."), Column.Of("title", "Action", 3.4), Column.Of("objective", "Objective"), Column.Of("lead", "Lead", 3), Column.Of("start", "Begins", kind: ColumnKind.Date), Column.Of("end", "Ends", kind: ColumnKind.Date), Column.Of("finished", "Done on", kind: ColumnKind.Date),
                Column.Of("budget", "Budget", kind: ColumnKind.Money), Column.Of("funding", "Funding", 1.8), Column.Of("solution", "Solution"), Column.Of("remark", "Remark", 1.6)],
            [.. shown.Select(a => TableRow.Of(TableRow.KeyOf(a.Id), a.Number, a.Title, a.ObjectiveId is { } id ? objectives.GetValueOrDefault(id) : null, string.Join(", ", a.Lead), Cells.Day(a.Start), Cells.Day(a.End), Cells.Day(a.DoneOn),
                a.Budget is { } budget ? Cells.Money(budget, a.Currency) : null, a.Funding, a.Solution, a.Remark))])
        {
            Key = $"{plan.Code}-annex-actions", Label = outline.Table(), Title = $"All actions of {plan.Title}", Source = Cells.Beneath(rest, null),
        };
    }

    private static TableRow Row(SnapshotAction action) => TableRow.Of(TableRow.KeyOf(action.Id), action.Number, action.Title, action.Lead is [var first, ..] ? first : null,
        action.DoneOn is { } done ? new TextCell(Wording.Date(done)) { Note = "done" } : Cells.Due(action.End, action.DaysLate, action.Forecast),
        action.Reading is null ? null : Wording.Number(action.PercentDone), Cells.Status(action.Reading), action.Reading is { ByPerson: true } said ? said.Why : action.Reading is { Status: Rag.OffTrack or Rag.AtRisk } reading ? reading.Why : null);
}
