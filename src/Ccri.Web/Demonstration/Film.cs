using System.Collections;
using Ccri.Domain;
using Ccri.Domain.Knowledge;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Ccri.Web.Demonstration;

/// <summary>What was invented, shown again from its beginning: day by day as it stood then, and in the end as it is.</summary>
internal sealed class Film
{
    private readonly CcriDbContext _db;
    private readonly IReadOnlyList<DateOnly> _days;
    private readonly List<Actor> _actors = [];

    /// <param name="First">The first of the days on which the row is there; as many as there are days: only in the end.</param>
    /// <param name="Was">On each day the properties that were others.</param>
    /// <param name="Is">In the end; of all properties that ever were others.</param>
    /// <param name="Known">Of a row that was loaded: what it held before, by property. Empty for what is invented.</param>
    private sealed record Actor(Entity Row, int First, IReadOnlyList<Dictionary<string, object?>> Was, Dictionary<string, object?> Is, Dictionary<string, object?>? Known);

    /// <param name="made">All that was invented, as it is today and as the context knows it.</param>
    /// <param name="changed">Rows that were loaded and are others now, with what they held before.</param>
    public Film(CcriDbContext db, IReadOnlyList<Entity> made, IReadOnlyDictionary<Entity, Dictionary<string, object?>> changed, IReadOnlyList<DateOnly> days, DateOnly today)
    {
        (_db, _days) = (db, days);
        var earlier = new EarlierRow(made, today);
        foreach (var row in made.Concat(changed.Keys))
        {
            var was = days.Select(day => earlier.Was(row, day)).ToList();
            var entry = db.Entry(row);
            var known = changed.GetValueOrDefault(row);
            _actors.Add(new Actor(row, known is not null ? 0 : days.TakeWhile(day => !earlier.Exists(row, day)).Count(), was,
                was.SelectMany(of => of.Keys).Distinct().ToDictionary(name => name, name => entry.Property(name).CurrentValue), known));
        }
    }

    /// <summary>What those rows held that were loaded and that a save would change now.</summary>
    public static Dictionary<Entity, Dictionary<string, object?>> Changed(CcriDbContext db)
    {
        db.ChangeTracker.DetectChanges();
        return db.ChangeTracker.Entries<Entity>().Where(entry => entry.State == EntityState.Modified).ToDictionary(entry => entry.Entity,
            entry => entry.Properties.Where(property => property.IsModified).Append(entry.Property(nameof(Entity.Version))).DistinctBy(property => property.Metadata.Name).ToDictionary(property => property.Metadata.Name, property => property.OriginalValue));
    }

    /// <summary>The context forgets it all, and no row holds another that may come later.</summary>
    public void Rewind()
    {
        _db.ChangeTracker.Clear();
        foreach (var actor in _actors)
        {
            foreach (var navigation in _db.Model.FindEntityType(actor.Row.GetType())!.GetNavigations().Where(navigation => navigation.IsCollection))
            {
                var parts = navigation.GetCollectionAccessor()!;
                foreach (var part in ((IEnumerable)parts.GetOrCreate(actor.Row, forMaterialization: false)).Cast<object>().ToList())
                    parts.Remove(actor.Row, part);
            }
        }
    }

    /// <summary>As everything stood on one of the days; after the last of them as it is.</summary>
    public async Task ShowAsync(int scene, CancellationToken cancellationToken)
    {
        foreach (var actor in _actors.Where(actor => actor.First <= scene))
        {
            var entry = _db.Entry(actor.Row);
            if (entry.State == EntityState.Detached)
                Enter(entry, actor);
            else if (actor.Row is FactNote)
                continue; // persons confirm them meanwhile
            foreach (var (name, value) in actor.Is)
            {
                var property = entry.Property(name);
                var now = scene < _days.Count && actor.Was[scene].TryGetValue(name, out var was) ? was : value;
                if (!Equals(property.CurrentValue, now))
                    property.CurrentValue = now;
            }
        }
        await _db.SaveChangesAsync(cancellationToken);
    }

    private static void Enter(EntityEntry entry, Actor actor)
    {
        if (actor.Known is null)
        {
            entry.State = EntityState.Added;
            return;
        }
        entry.State = EntityState.Unchanged;
        foreach (var (name, before) in actor.Known)
        {
            entry.Property(name).OriginalValue = before;
            entry.Property(name).IsModified = true;
        }
    }
}
