using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ccri.Domain;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Plans;
using Ccri.Domain.Reminders;
using Ccri.Domain.Reports;
using Ccri.Domain.Statuses;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Ccri.Web.Data;

/// <summary>Turns what a save is about to do into audit rows.</summary>
public static class AuditTrail
{
    private static readonly HashSet<string> NotWorthSaying = [nameof(Entity.Id), nameof(Entity.Version), "SearchName", "SearchTitle", nameof(PlanVersion.Content), nameof(FactNote.RecordedAt), nameof(IssuedFile.Report), nameof(IssuedFile.Pdf)];

    /// <summary>Of credentials the trail says that they changed; counters and stamps are the machine's own business.</summary>
    private static readonly HashSet<string> OfCredentials =
        [nameof(Account.PasswordHash), nameof(Account.LockoutEnd), nameof(Account.TwoFactorEnabled), nameof(Account.Email), nameof(Account.RecoveryCodesMadeAt)];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="hidesValues">While a person is being erased, what stood there is the very thing that must not be kept.</param>
    /// <exception cref="InvalidOperationException">When somebody tries to change or remove an audit row.</exception>
    public static List<AuditRow> Of(IReadOnlyList<EntityEntry> entries, CurrentUser user, DateTime now, bool hidesValues = false)
    {
        if (entries.Any(e => e is { Entity: AuditRow, State: not EntityState.Added }))
            throw new InvalidOperationException("Audit rows are never changed and never removed.");
        return [.. entries.Select(entry => Row(entry, user, now, hidesValues)).OfType<AuditRow>()];
    }

    private static AuditRow? Row(EntityEntry entry, CurrentUser user, DateTime now, bool hidesValues)
    {
        if (entry.Entity is not (Entity or Account) or StatusEntry or ReportRun or Reminder)
            return null; // a status entry and a reminder are a history by themselves, and follow from rows that are audited; a run is the machine's own business
        var changes = Changes(entry, hidesValues);
        if (changes.Count == 0 && entry.State == EntityState.Modified)
            return null;
        return new AuditRow
        {
            At = now,
            PersonId = user.PersonId,
            Principal = user.PersonId is null && user.Name.Length > 0 ? user.Name : null,
            Door = user.Door,
            Noun = entry.Entity.GetType().Name,
            SubjectId = (Guid)entry.Property("Id").CurrentValue!,
            TerritoryId = entry is { Entity: Entity entity, Context: CcriDbContext db } ? db.TerritoryOf(entity) : null,
            Action = entry.State switch { EntityState.Added => AuditAction.Added, EntityState.Deleted => AuditAction.Removed, _ => AuditAction.Changed },
            Changes = JsonSerializer.Serialize(changes, Readable),
        };
    }

    private static SortedDictionary<string, string?[]> Changes(EntityEntry entry, bool hidesValues)
    {
        var changes = new SortedDictionary<string, string?[]>(StringComparer.Ordinal);
        foreach (var property in entry.Properties.Where(p => IsAudited(entry, p)))
        {
            var before = entry.State == EntityState.Added ? null : Word(property.OriginalValue);
            var after = entry.State == EntityState.Deleted ? null : Word(property.CurrentValue);
            if (before != after)
                changes[property.Metadata.Name] = hidesValues || IsPersonal(entry, property) ? ["changed"] : [before, after];
        }
        return changes;
    }

    private static bool IsAudited(EntityEntry entry, PropertyEntry property) =>
        entry.Entity is Account ? OfCredentials.Contains(property.Metadata.Name) : !NotWorthSaying.Contains(property.Metadata.Name);

    private static bool IsPersonal(EntityEntry entry, PropertyEntry property) =>
        entry.Entity is Account || property.Metadata.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() is not null;

    private static string? Word(object? value) => value switch
    {
        null => null,
        string text => text.Length == 0 ? null : text,
        IEnumerable<string> list => string.Join("; ", list) is { Length: > 0 } joined ? joined : null,
        IEnumerable<int> numbers => string.Join("; ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))) is { Length: > 0 } joined ? joined : null,
        IEnumerable<Guid> ids => string.Join("; ", ids) is { Length: > 0 } joined ? joined : null,
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
