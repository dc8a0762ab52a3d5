using Ccri.Domain;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

/// <summary>The names behind the ids of some audit rows. A thing without a name of its own is called by the things it ties together, as its first audit row tells: "ACR+ · Capannori".</summary>
internal sealed class AuditNames
{
    /// <summary>Databases take so many values in one question.</summary>
    private const int AtOnce = 500;

    private const int LongestStart = 80;

    /// <summary>A source is about a membership, which ties a territory to a group.</summary>
    private const int Deepest = 3;

    private readonly Dictionary<Guid, (string Name, string? Address)> _named = [];
    private readonly Dictionary<Guid, IReadOnlyDictionary<string, string?[]>> _born = [];

    public static async Task<AuditNames> ReadAsync(CcriDbContext db, IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken)
    {
        var names = new AuditNames();
        foreach (var row in rows.Where(r => r.Action == AuditAction.Added))
            names.Bear(row.SubjectId, row.Changes);
        var wanted = rows.SelectMany(r => (Guid?[])[r.SubjectId, r.PersonId, r.TerritoryId]).OfType<Guid>().Concat(rows.SelectMany(r => Ids(AuditWords.Read(r.Changes)))).ToHashSet();
        for (var depth = 0; depth < Deepest && wanted.Count > 0; depth++)
        {
            await names.NameAsync(db, wanted, cancellationToken);
            var nameless = wanted.Where(id => !names._named.ContainsKey(id)).ToList();
            await names.BearAsync(db, nameless.Where(id => !names._born.ContainsKey(id)), cancellationToken);
            wanted = [.. nameless.SelectMany(id => Ids(names._born.GetValueOrDefault(id))).Where(id => !names._named.ContainsKey(id) && !wanted.Contains(id))];
        }
        return names;
    }

    public string? Of(Guid id) => Of(id, 0);

    /// <summary>What a row is about, and where that is seen.</summary>
    public (string? Name, string? Address) Thing(AuditRow row, AuditWords words)
    {
        var territory = row.TerritoryId is { } id && _named.TryGetValue(id, out var known) ? known : default;
        if (_named.TryGetValue(row.SubjectId, out var named))
            return (named.Name, named.Address ?? territory.Address);
        if (OwnName(row.SubjectId) is { } name)
            return (name, territory.Address);

        var field = Born(row.SubjectId, "Field") is { } property ? words.Property(property) : null;
        var parts = ((string?[])[territory.Name, .. Tied(row.SubjectId, 0), field]).OfType<string>().Distinct();
        var address = territory.Address ?? Ids(_born.GetValueOrDefault(row.SubjectId)).Select(tied => _named.GetValueOrDefault(tied).Address).FirstOrDefault(a => a is not null);
        return (Joined(parts), address);
    }

    private string? Of(Guid id, int depth) => _named.TryGetValue(id, out var named) ? named.Name : OwnName(id) ?? (depth < Deepest ? Joined(Tied(id, depth + 1)) : null);

    /// <summary>The names of what a thing without a name ties together.</summary>
    private IEnumerable<string> Tied(Guid id, int depth) => Ids(_born.GetValueOrDefault(id)).Select(tied => Of(tied, depth)).OfType<string>().Distinct();

    private static string? Joined(IEnumerable<string> names) => string.Join(" · ", names) is { Length: > 0 } joined ? joined : null;

    private void Bear(Guid id, string changes) => _born.TryAdd(id, AuditWords.Read(changes));

    private async Task BearAsync(CcriDbContext db, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var some in ids.Chunk(AtOnce))
        {
            foreach (var first in await db.AuditRows.Where(a => some.Contains(a.SubjectId) && a.Action == AuditAction.Added).OrderBy(a => a.Id).Select(a => new { a.SubjectId, a.Changes }).ToListAsync(cancellationToken))
                Bear(first.SubjectId, first.Changes);
        }
    }

    /// <summary>A property as it was when the thing came to be; a personal one says nothing.</summary>
    private string? Born(Guid id, string property) => _born.TryGetValue(id, out var first) && first.GetValueOrDefault(property) is [_, { } value] ? value : null;

    /// <summary>A barrier, a lever or a recommendation is called by how it begins.</summary>
    private string? OwnName(Guid id) => Born(id, "Name") ?? Born(id, "Title") ?? Born(id, "Topic") ?? Born(id, "Text")?.Shorten(LongestStart);

    private static IEnumerable<Guid> Ids(IReadOnlyDictionary<string, string?[]>? changes) =>
        (changes?.Values ?? []).Where(values => values.Length == 2).SelectMany(values => values).Select(value => Guid.TryParse(value, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty);

    private async Task NameAsync(CcriDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var some in ids.Where(id => !_named.ContainsKey(id)).ToList().Chunk(AtOnce))
        {
            await Keep(db.Territories.Where(t => some.Contains(t.Id)).Select(t => new Named(t.Id, t.Name, "/territories/" + t.Slug)));
            await Keep(db.Organisations.Where(o => some.Contains(o.Id)).Select(o => new Named(o.Id, o.Acronym ?? o.Name, "/organisations/" + o.Id.ToString().ToLower())));
            await Keep(db.Persons.Where(p => some.Contains(p.Id)).Select(p => new Named(p.Id, p.Name, "/accounts/" + p.Id.ToString().ToLower())));
            await Keep(db.WorkingGroups.Where(g => some.Contains(g.Id)).Select(g => new Named(g.Id, g.Name, "/working-groups/" + g.Code)));
            await Keep(db.Plans.Where(p => some.Contains(p.Id)).Select(p => new Named(p.Id, p.Title, "/plans/" + p.Code)));
            await Keep(db.Solutions.Where(s => some.Contains(s.Id)).Select(s => new Named(s.Id, s.Title, "/solutions/" + s.Code)));
            await Keep(db.SupportActivities.Where(a => some.Contains(a.Id)).Select(a => new Named(a.Id, a.Title, "/support/" + a.Id.ToString().ToLower())));
            await Keep(db.Sessions.Where(s => some.Contains(s.Id)).Select(s => new Named(s.Id, s.Topic, "/working-groups/sessions/" + s.Id.ToString().ToLower())));
            await Keep(db.Tiers.Where(t => some.Contains(t.Id)).Select(t => new Named(t.Id, t.Name, "/programme/tiers")));
            await Keep(db.Cohorts.Where(c => some.Contains(c.Id)).Select(c => new Named(c.Id, c.Name, "/programme/cohorts")));
            await Keep(db.Networks.Where(n => some.Contains(n.Id)).Select(n => new Named(n.Id, n.Name, null)));
            await Keep(db.Countries.Where(c => some.Contains(c.Id)).Select(c => new Named(c.Id, c.Name, null)));
            await Keep(db.Eligibilities.Where(e => some.Contains(e.Id)).Select(e => new Named(e.Id, e.Programme + " · " + e.CountryCode, "/programme/eligibility")));
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
