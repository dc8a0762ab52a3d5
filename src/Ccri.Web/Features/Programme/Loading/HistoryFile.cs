using Ccri.Domain;
using Ccri.Domain.Solutions;
using Microsoft.EntityFrameworkCore;
using static Ccri.Web.Features.Programme.Loading.Column;

namespace Ccri.Web.Features.Programme.Loading;

/// <summary>
/// A file whose rows are the history of solutions, oldest first. An entry is never edited: a row that was loaded stays as it was, and
/// once a person has carried a history on, nothing is put into it any more.
/// </summary>
/// <param name="history">What a solution holds of it.</param>
/// <param name="record">Makes the solution take the row.</param>
public sealed class HistoryFile<T>(string name, Column[] own, Func<Solution, IReadOnlyList<T>> history, Func<Solution, CsvRow, DateOnly, T> record)
    : RegisterFile(name, ["key"], [Key("key"), ReferenceTo("solutions", "solution").Required, .. own, .. RegisterFiles.Provenance, Text("notes")]) where T : Entity
{
    public override async Task Apply(CsvTable table, LoadState state, CancellationToken cancellationToken)
    {
        await state.Db.Solutions.AsSplitQuery().OrderBy(s => s.Id).Include(s => s.Phases).Include(s => s.Changes).LoadAsync(cancellationToken);
        var solutions = state.Db.Solutions.Local.ToDictionary(s => s.Id);
        var ours = table.Rows.Select(row => state.LoadedRow(Name, KeyOf(row))?.SubjectId).OfType<Guid>().ToHashSet();
        foreach (var row in table.Rows)
        {
            if (state.Keys.Id("solutions", row["solution"]) is not { } id || !solutions.TryGetValue(id, out var solution))
                continue; // a person has removed the solution, which solutions.csv tells
            try
            {
                if (Entry(row, solution, ours, state) is { } entry)
                {
                    ours.Add(entry.Id);
                    state.Db.Add(entry);
                    state.Cite(entry, "", row, null);
                    state.Remember(Name, KeyOf(row), entry.Id, own.ToDictionary(c => c.Name, c => row[c.Name]));
                }
                else
                {
                    state.Count(isNew: false, changed: false);
                }
            }
            catch (RuleViolationException rule)
            {
                state.Faults.Add(new Fault(FileName, row.Number, "(whole row)", KeyOf(row), rule.Message));
            }
        }
    }

    /// <summary>The new entry, or nothing when there is none to make.</summary>
    private T? Entry(CsvRow row, Solution solution, HashSet<Guid> ours, LoadState state)
    {
        var held = history(solution);
        if (state.LoadedRow(Name, KeyOf(row)) is { } loaded)
        {
            if (held.All(entry => entry.Id != loaded.SubjectId))
                state.Keep($"{FileName}, {KeyOf(row)}: a person has removed it, so it is not created again.");
            else if (own.FirstOrDefault(c => loaded.Values.GetValueOrDefault(c.Name) != row[c.Name]) is { } other)
                state.Keep($"{FileName}, {KeyOf(row)}, {other.Name}: the history of a solution is never rewritten; what was loaded first is kept.");
            return null;
        }
        if (held.Any(entry => !ours.Contains(entry.Id)))
        {
            state.Keep($"{FileName}, {KeyOf(row)}: a person has carried the history of {solution.Code} on, so nothing is put into it.");
            return null;
        }
        var made = record(solution, row, state.Today);
        state.Count(isNew: true, changed: true);
        return made;
    }
}
