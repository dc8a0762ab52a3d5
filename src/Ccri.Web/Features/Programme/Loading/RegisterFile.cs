using Ccri.Domain;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme.Loading;

/// <summary>One file of the register: its columns, and how its rows become things.</summary>
public abstract class RegisterFile(string name, string[] key, IReadOnlyList<Column> columns)
{
    /// <summary>Without <c>.csv</c>.</summary>
    public string Name { get; } = name;
    public string FileName => $"{Name}.csv";
    protected IReadOnlyList<Column> Columns { get; } = columns;

    /// <summary>The columns that together tell one row from another.</summary>
    protected string KeyColumns { get; } = string.Join(", ", key);

    public string KeyOf(CsvRow row) => string.Join('|', key.Select(column => row[column]));

    /// <summary>Everything that can be said of the file by itself, and of its references.</summary>
    public IEnumerable<Fault> Check(CsvTable table, Keys known)
    {
        if (table.Header.Count == 0)
            yield break; // what kept it from being read is told already
        foreach (var missing in Columns.Select(c => c.Name).Except(table.Header))
            yield return new Fault(FileName, 1, missing, "", "The column is missing.");
        foreach (var unknown in table.Header.Except(Columns.Select(c => c.Name)))
            yield return new Fault(FileName, 1, unknown, unknown, $"There is no such column. The columns are {string.Join(", ", Columns.Select(c => c.Name))}.");

        var seen = new HashSet<string>();
        foreach (var row in table.Rows)
        {
            foreach (var column in Columns.Where(c => table.Header.Contains(c.Name)))
            {
                var value = row[column.Name];
                var reason = value.Length == 0
                    ? column.IsRequired ? "This is needed." : null
                    : column.Refers is null ? column.Fault(value) : known.Know(column.Refers, value) ? null : $"There is no “{value}” in {column.Refers}.csv.";
                if (reason is not null)
                    yield return new Fault(FileName, row.Number, column.Name, value, reason);
            }
            if (!seen.Add(KeyOf(row)))
                yield return new Fault(FileName, row.Number, KeyColumns, KeyOf(row), "The same key stands in an earlier row.");
        }
    }

    public abstract Task Apply(CsvTable table, LoadState state, CancellationToken cancellationToken);
}

/// <inheritdoc/>
/// <param name="birth">Makes the thing from its first row.</param>
/// <param name="natural">What else tells that a row and a thing made by hand are the same: its code, name or address.</param>
/// <param name="unique">The column that two different things never share, and where a thing has it.</param>
/// <param name="afterwards">What follows for the thing from the row as a whole, once its columns are filled; says whether that changed anything.</param>
public sealed class RegisterFile<T>(string name, string[] key, Column[] more, Field<T>[] fields, Func<CsvRow, Keys, T> birth,
    Func<T, string>? natural = null, Func<IQueryable<T>, IQueryable<T>>? include = null, (string Column, Func<T, string> Of)? unique = null,
    Func<T, CsvRow, bool>? afterwards = null)
    : RegisterFile(name, key, [.. more, .. fields.Select(f => f.Column)]) where T : Entity
{
    public override async Task Apply(CsvTable table, LoadState state, CancellationToken cancellationToken)
    {
        var things = (await (include?.Invoke(state.Db.Set<T>()) ?? state.Db.Set<T>()).ToListAsync(cancellationToken)).ToDictionary(t => t.Id);
        var rows = new Dictionary<Guid, CsvRow>();
        foreach (var row in table.Rows)
        {
            var rowKey = KeyOf(row);
            var loaded = state.LoadedRow(Name, rowKey);
            if (loaded is not null && !things.ContainsKey(loaded.SubjectId))
            {
                state.Keep($"{FileName}, {rowKey}: a person has removed it, so it is not created again.");
                state.Count(isNew: false, changed: false);
                continue;
            }
            try
            {
                var thing = loaded is not null ? things[loaded.SubjectId] : things.Values.FirstOrDefault(t => natural?.Invoke(t) == rowKey);
                var isNew = thing is null;
                thing ??= birth(row, state.Keys);
                things[thing.Id] = thing;
                rows[thing.Id] = row;
                state.Keys.Add(Name, rowKey, thing.Id);
                var changed = Fill(thing, row, isNew, loaded, state) | (afterwards?.Invoke(thing, row) ?? false);
                state.Remember(Name, rowKey, thing.Id, fields.ToDictionary(f => f.Column.Name, f => f.Column.Spelled(row[f.Column.Name])));
                if (isNew)
                    state.Db.Add(thing);
                state.Count(isNew, changed);
            }
            catch (RuleViolationException rule)
            {
                state.Faults.Add(new Fault(FileName, row.Number, "(whole row)", rowKey, rule.Message));
            }
        }
        foreach (var twice in natural is null ? [] : things.Values.GroupBy(natural).Where(g => g.Count() > 1))
            state.Faults.Add(new Fault(FileName, 0, KeyColumns, twice.Key, $"{twice.Count()} things would have the same code or address."));
        state.Faults.AddRange(Shared(things, rows));
    }

    /// <summary>Told of the later row, or of the only one when the other thing is in the database already.</summary>
    private IEnumerable<Fault> Shared(Dictionary<Guid, T> things, Dictionary<Guid, CsvRow> rows) =>
        from same in unique is null ? [] : things.Values.GroupBy(unique.Value.Of).Where(g => g.Count() > 1)
        let row = same.Select(t => rows.GetValueOrDefault(t.Id)).OfType<CsvRow>().MaxBy(r => r.Number)
        where row is not null
        select new Fault(FileName, row.Number, unique!.Value.Column, same.Key, $"Another one has the same {unique.Value.Column} already.");

    private bool Fill(T thing, CsvRow row, bool isNew, LoadedRow? loaded, LoadState state)
    {
        var changed = false;
        foreach (var field in fields)
        {
            var column = field.Column.Name;
            var (said, held) = (field.Column.Spelled(row[column]), field.Get(thing, state.Keys));
            var isOurs = isNew || held == (loaded?.Values.GetValueOrDefault(column) ?? ""); // a column that the file has gained since said nothing then
            if (said != held && !isOurs)
            {
                state.Keep($"{FileName}, {KeyOf(row)}, {column}: a person set “{held}”, the file says “{said}”; the person's is kept.");
                continue;
            }
            if (said != held)
            {
                Set(field, thing, said, row, state);
                changed = true;
            }
            if (field.Fact is not null)
                changed |= said.Length > 0 ? state.Cite(thing, field.Fact, row, field.OwnSource) : state.Forget(thing.Id, field.Fact);
        }
        if (fields.All(f => f.Fact is null))
            changed |= state.Cite(thing, "", row, null);
        return changed;
    }

    private void Set(Field<T> field, T thing, string said, CsvRow row, LoadState state)
    {
        try
        {
            field.Set(thing, said, state.Keys);
        }
        catch (RuleViolationException rule)
        {
            state.Faults.Add(new Fault(FileName, row.Number, field.Column.Name, said, rule.Message));
        }
    }
}
