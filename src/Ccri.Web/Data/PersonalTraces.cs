using System.Reflection;
using Ccri.Domain;
using Ccri.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Ccri.Web.Data;

/// <summary>
/// Where persons stand in the tables, found by walking the model, so that a table of tomorrow is not forgotten: ids in properties called
/// PersonId, …ById or …OwnerId, and names in any text. The audit is apart: its rows are never changed, and its texts only emptied.
/// </summary>
public static class PersonalTraces
{
    private static readonly MethodInfo SetOf = typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!;

    /// <summary>Kept byte for byte once written; they name roles and organisations, never a person. Decision 21 says what that means for erasing.</summary>
    private static readonly Type[] Issued = [typeof(Snapshot), typeof(IssuedFile)];

    public static IReadOnlyList<IEntityType> Tables(CcriDbContext db) =>
        [.. db.Model.GetEntityTypes().Where(e => !e.IsOwned() && !e.HasSharedClrType && e.FindPrimaryKey() is not null && e.ClrType != typeof(AuditRow) && !Issued.Contains(e.ClrType))
            .OrderBy(e => e.ClrType.Name, StringComparer.Ordinal)];

    /// <summary>The properties of a table that hold the id of a person.</summary>
    public static IReadOnlyList<IProperty> Naming(IEntityType table) => [.. table.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid)
        && (p.Name == "PersonId" || p.Name.EndsWith("ById", StringComparison.Ordinal) || p.Name.EndsWith("OwnerId", StringComparison.Ordinal)))];

    /// <summary>The rows of a table that name this person by id.</summary>
    public static async Task<IReadOnlyList<object>> RowsNamingAsync(CcriDbContext db, IEntityType table, Guid personId, CancellationToken cancellationToken)
    {
        var rows = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var property in Naming(table).Select(p => p.Name))
            rows.UnionWith(await Rows(db, table).Where(row => EF.Property<Guid?>(row, property) == personId).ToListAsync(cancellationToken));
        return [.. rows.DistinctBy(row => string.Join('|', table.FindPrimaryKey()!.Properties.Select(key => key.PropertyInfo?.GetValue(row))))];
    }

    /// <summary>Puts the pseudonym into every text of every table; the caller saves. Says how many rows it changed.</summary>
    public static async Task<int> ReplaceAsync(CcriDbContext db, Pseudonym pseudonym, CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var table in Tables(db))
        {
            var texts = table.GetProperties().Where(p => !p.IsPrimaryKey() && !p.IsShadowProperty() && IsText(p.ClrType)).ToList();
            if (texts.Count == 0)
                continue;
            var found = new List<(object Row, IProperty Property, object? Value)>();
            await foreach (var row in Rows(db, table).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                // A row with the person's own address is about this person, whatever the name and the telephone number in it.
                var isThePerson = texts.Exists(p => p.Name == "Email" && IsPersonal(p) && pseudonym.IsAddress(p.PropertyInfo!.GetValue(row) as string));
                foreach (var property in texts)
                {
                    var value = property.PropertyInfo!.GetValue(row);
                    var without = isThePerson && IsPersonal(property) ? Emptied(value, property, pseudonym) : Without(value, property, pseudonym);
                    if (!Equals(value, without))
                        found.Add((row, property, without));
                }
            }
            db.AttachRange(found.Select(f => f.Row).Distinct());
            foreach (var (row, property, value) in found)
                db.Entry(row).Property(property.Name).CurrentValue = value;
            changed += found.Select(f => f.Row).Distinct().Count();
        }
        return changed;
    }

    /// <summary>A text of the register in which somebody is named.</summary>
    public sealed record Mention(string Noun, Guid Id, string Field, string Text);

    /// <summary>The texts of the register that name somebody. What others have typed for themselves, or sent by mail, is theirs.</summary>
    public static async Task<IReadOnlyList<Mention>> MentionsAsync(CcriDbContext db, Pseudonym pseudonym, CancellationToken cancellationToken)
    {
        var mentions = new List<Mention>();
        foreach (var table in Tables(db).Where(t => t.ClrType.IsSubclassOf(typeof(Entity))))
        {
            var texts = table.GetProperties().Where(p => !p.IsShadowProperty() && !IsFolded(p) && IsText(p.ClrType)).ToList();
            await foreach (var row in Rows(db, table).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                mentions.AddRange(from property in texts
                                  from text in property.PropertyInfo!.GetValue(row) switch { string one => [one], IEnumerable<string> several => several, _ => (IEnumerable<string>)[] }
                                  where pseudonym.In(text, IsPersonal(property)) != text
                                  select new Mention(table.ClrType.Name, ((Entity)row).Id, property.Name, text));
            }
        }
        return mentions;
    }

    private static IQueryable<object> Rows(CcriDbContext db, IEntityType table) => ((IQueryable<object>)SetOf.MakeGenericMethod(table.ClrType).Invoke(db, null)!).AsNoTracking();

    private static bool IsText(Type type) => type == typeof(string) || type.IsAssignableTo(typeof(IEnumerable<string>)) || type.IsAssignableTo(typeof(IDictionary<string, string>));

    /// <summary>A name once more, as it is searched for.</summary>
    private static bool IsFolded(IProperty property) => property.Name is "SearchName" or "SearchTitle";

    private static bool IsPersonal(IProperty property) => property.PropertyInfo!.IsDefined(typeof(PersonalAttribute));

    /// <summary>The value without the person; the very same one when the person is not in it.</summary>
    private static object? Without(object? value, IProperty property, Pseudonym pseudonym)
    {
        switch (value)
        {
            case string text:
                var replaced = pseudonym.In(text, IsPersonal(property));
                return replaced == text ? text : Fitting(replaced, property);
            case IDictionary<string, string> values when values.Values.Any(v => pseudonym.In(v) != v):
                return values.ToDictionary(v => v.Key, v => pseudonym.In(v.Value));
            case IEnumerable<string> list when list.Any(v => pseudonym.In(v) != v):
                return list.Select(v => pseudonym.In(v)).ToList();
            default:
                return value;
        }
    }

    private static object? Emptied(object? value, IProperty property, Pseudonym pseudonym) => value is null ? null
        : pseudonym.IsAddress(value as string) ? pseudonym.Email
        : property.IsNullable ? null
        : Fitting(pseudonym.Name, property);

    private static string Fitting(string text, IProperty property)
    {
        var spelled = IsFolded(property) ? Folding.ForSearch(text) : text;
        return property.GetMaxLength() is { } longest && spelled.Length > longest ? spelled[..longest] : spelled;
    }
}
