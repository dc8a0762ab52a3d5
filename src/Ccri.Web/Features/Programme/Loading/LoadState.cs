using Ccri.Domain;
using Ccri.Domain.Knowledge;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme.Loading;

/// <summary>What one load knows and has found out so far.</summary>
public sealed class LoadState(CcriDbContext db, Dictionary<(string, string), LoadedRow> loaded, Dictionary<(Guid, string), FactNote> notes, DateTime now)
{
    public CcriDbContext Db { get; } = db;
    public Keys Keys { get; } = new();
    public List<Fault> Faults { get; } = [];
    public List<string> Kept { get; } = [];

    /// <summary>UTC.</summary>
    public DateTime Now { get; } = now;

    /// <summary>In UTC; what is loaded lies in the past.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(now);
    public int Created { get; private set; }
    public int Changed { get; private set; }
    public int Unchanged { get; private set; }

    public static async Task<LoadState> Begin(CcriDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var loaded = await db.LoadedRows.ToDictionaryAsync(r => (r.File, r.Key), cancellationToken);
        var state = new LoadState(db, loaded, await db.FactNotes.ToDictionaryAsync(n => (n.SubjectId, n.Field), cancellationToken), now);
        foreach (var row in loaded.Values)
            state.Keys.Add(row.File, row.Key, row.SubjectId);
        return state;
    }

    public LoadedRow? LoadedRow(string file, string key) => loaded.GetValueOrDefault((file, key));

    public void Keep(string sentence) => Kept.Add(sentence);

    public void Count(bool isNew, bool changed)
    {
        if (isNew)
            Created++;
        else if (changed)
            Changed++;
        else
            Unchanged++;
    }

    public void Remember(string file, string key, Guid subjectId, Dictionary<string, string> values)
    {
        if (loaded.TryGetValue((file, key), out var row))
            row.Values = values;
        else
            Db.LoadedRows.Add(new LoadedRow { File = file, Key = key, SubjectId = subjectId, Values = values });
    }

    /// <summary>A fact that is no longer said has no source any more.</summary>
    public bool Forget(Guid subjectId, string fact)
    {
        if (!notes.Remove((subjectId, fact), out var note))
            return false;
        Db.FactNotes.Remove(note);
        return true;
    }

    /// <summary>Notes the row's source, or our own word for it, at a fact. A note that a person has confirmed since is the person's.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool Cite(Entity subject, string fact, CsvRow row, string? ownSource)
    {
        var subjectId = subject.Id;
        if (!notes.TryGetValue((subjectId, fact), out var note))
        {
            note = notes[(subjectId, fact)] = new FactNote(subjectId, fact, Db.TerritoryOf(subject));
            Db.FactNotes.Add(note);
        }
        else if (note.ConfirmedById is not null)
        {
            return false;
        }
        var confidence = row["confidence"] is { Length: > 0 } code ? Column.Member<Confidence>(code) : Confidence.High;
        if (ownSource is not null)
            note.Cite([ownSource], null, Confidence.Approximate, Now);
        else
            note.Cite([row["source_url"], row["second_source_url"]], Field<FactNote>.DayOf(row["as_of"]), confidence, Now, fact.Length == 0 ? row["notes"] : null);
        return Db.Entry(note).State is EntityState.Added || Db.Entry(note).Properties.Any(p => p.IsModified);
    }
}
