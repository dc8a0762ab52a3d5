using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>The names behind the ids of some audit rows. A thing without a name of its own is called by the things it ties together, as its first audit row tells: "ACR+ · Capannori".</summary>
internal sealed class AuditNames
{
    /// <summary>Databases take so many values in one question.</summary>
    private const int AtOnce = 500;

    private readonly Dictionary<Guid, (string Name, string? Address)> _named = [];
    private readonly Dictionary<Guid, IReadOnlyDictionary<string, string?[]>> _born = [];

    public static async Task<AuditNames> ReadAsync(CcriDbContext db, IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken)
    {
        var names = new AuditNames();
        foreach (var row in rows.Where(r => r.Action == AuditAction.Added))
            names.Bear(row.SubjectId, row.Changes);
        await names.NameAsync(db, rows.SelectMany(r => (Guid?[])[r.SubjectId, r.PersonId, r.TerritoryId]).OfType<Guid>().Concat(rows.SelectMany(r => Ids(AuditWords.Read(r.Changes)))), cancellationToken);

        foreach (var nameless in rows.Select(r => r.SubjectId).Where(id => !names._named.ContainsKey(id) && !names._born.ContainsKey(id)).Distinct().Chunk(AtOnce))
        {
            foreach (var first in await db.AuditRows.Where(a => nameless.Contains(a.SubjectId) && a.Action == AuditAction.Added).OrderBy(a => a.Id).Select(a => new { a.SubjectId, a.Changes }).ToListAsync(cancellationToken))
                names.Bear(first.SubjectId, first.Changes);
        }
        await names.NameAsync(db, names._born.Values.SelectMany(Ids), cancellationToken);
        return names;
    }

    public string? Of(Guid id) => _named.TryGetValue(id, out var named) ? named.Name : Born(id, "Name");

    /// <summary>What a row is about, and where that is seen.</summary>
    public (string? Name, string? Address) Thing(AuditRow row, AuditWords words)
    {
        var territory = row.TerritoryId is { } id && _named.TryGetValue(id, out var known) ? known : default;
        if (_named.TryGetValue(row.SubjectId, out var named))
            return (named.Name, named.Address ?? territory.Address);
        if (Born(row.SubjectId, "Name") is { } name)
            return (name, territory.Address);

        List<(string Name, string? Address)> tied = [.. Ids(_born.GetValueOrDefault(row.SubjectId)).Where(_named.ContainsKey).Select(tiedTo => _named[tiedTo])];
        if (territory.Name is not null)
            tied = [territory, .. tied.Where(t => t != territory)];
        var parts = tied.Select(t => t.Name).Append(Born(row.SubjectId, "Field") is { } field ? words.Property(field) : null).OfType<string>().Distinct();
        return (string.Join(" · ", parts) is { Length: > 0 } joined ? joined : null, territory.Address ?? tied.Select(t => t.Address).FirstOrDefault(address => address is not null));
    }

    private void Bear(Guid id, string changes) => _born.TryAdd(id, AuditWords.Read(changes));

    /// <summary>A property as it was when the thing came to be; a personal one says nothing.</summary>
    private string? Born(Guid id, string property) => _born.TryGetValue(id, out var first) && first.GetValueOrDefault(property) is [_, { } value] ? value : null;

    private static IEnumerable<Guid> Ids(IReadOnlyDictionary<string, string?[]>? changes) =>
        (changes?.Values ?? []).Where(values => values.Length == 2).SelectMany(values => values).Select(value => Guid.TryParse(value, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty);

    private async Task NameAsync(CcriDbContext db, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var some in ids.Where(id => !_named.ContainsKey(id)).Distinct().ToList().Chunk(AtOnce))
        {
            await Keep(db.Territories.Where(t => some.Contains(t.Id)).Select(t => new Named(t.Id, t.Name, "/territories/" + t.Slug)));
            await Keep(db.Organisations.Where(o => some.Contains(o.Id)).Select(o => new Named(o.Id, o.Acronym ?? o.Name, "/organisations/" + o.Id.ToString().ToLower())));
            await Keep(db.Persons.Where(p => some.Contains(p.Id)).Select(p => new Named(p.Id, p.Name, "/accounts/" + p.Id.ToString().ToLower())));
            await Keep(db.WorkingGroups.Where(g => some.Contains(g.Id)).Select(g => new Named(g.Id, g.Name, "/working-groups")));
            await Keep(db.Tiers.Where(t => some.Contains(t.Id)).Select(t => new Named(t.Id, t.Name, "/programme/tiers")));
            await Keep(db.Cohorts.Where(c => some.Contains(c.Id)).Select(c => new Named(c.Id, c.Name, "/programme/cohorts")));
            await Keep(db.Networks.Where(n => some.Contains(n.Id)).Select(n => new Named(n.Id, n.Name, null)));
            await Keep(db.Countries.Where(c => some.Contains(c.Id)).Select(c => new Named(c.Id, c.Name, null)));
            await Keep(db.Indicators.Where(i => some.Contains(i.Id)).Select(i => new Named(i.Id, i.Name, null)));
            await Keep(db.SavedFilters.Where(f => some.Contains(f.Id)).Select(f => new Named(f.Id, f.Name, "/accounts/filters")));
        }

        async Task Keep(IQueryable<Named> found)
        {
            foreach (var (id, name, address) in await found.ToListAsync(cancellationToken))
                _named[id] = (name, address);
        }
    }

    private sealed record Named(Guid Id, string Name, string? Address);
}
