using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Ccri.Web.Features.Accounts;

/// <summary>Everything that the system holds on a person, as one JSON file: whatever table names them, found by walking the model.</summary>
public sealed partial class PersonalData(CcriDbContext db, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // names stay as they are written
        Converters = { new JsonStringEnumConverter() },
    };

    public async Task<byte[]> OfAsync(Guid personId, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, object>();
        foreach (var table in PersonalTraces.Tables(db))
        {
            if (await PersonalTraces.RowsNamingAsync(db, table, personId, cancellationToken) is { Count: > 0 } found)
                rows[table.ClrType.Name] = found.Select(row => Fields(table, row)).ToList();
        }
        var contacts = db.Model.FindEntityType(typeof(Contact))!;
        if (await db.Contacts.Where(c => db.Persons.Any(p => p.Id == personId && p.Email == c.Email)).OrderBy(c => c.Id).ToListAsync(cancellationToken) is { Count: > 0 } same)
            rows[nameof(Contact)] = same.Select(contact => Fields(contacts, contact)).ToList(); // by the address: whom one writes to need not be somebody who signs in
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            ExportedAt = clock.GetUtcNow().UtcDateTime,
            Person = await db.Persons.Where(p => p.Id == personId)
                .Select(p => new { p.Id, p.Name, p.Email, p.CreatedAt, p.LastSignInAt, p.DisabledAt, p.ErasedAt }).SingleAsync(cancellationToken),
            // Never what the person could be impersonated with: the hash of the password, keys, stamps, codes.
            Account = await db.Users.Where(a => a.Id == personId).Select(a => new
            {
                HasPassword = a.PasswordHash != null, a.TwoFactorEnabled, a.RecoveryCodesMadeAt, RecoveryCodesLeft = a.RecoveryCodes.Count, a.AccessFailedCount, a.LockoutEnd,
            }).SingleOrDefaultAsync(cancellationToken),
            Rows = rows,
            Audit = await AuditAsync(personId, cancellationToken),
        }, Readable);
    }

    private static Dictionary<string, object?> Fields(IEntityType table, object row) => table.GetProperties()
        .Where(p => p.PropertyInfo is not null && p.Name != "Version")
        .ToDictionary(p => p.Name, p => p.PropertyInfo!.GetValue(row) is var value && value is string text ? WithoutKeys(text) : value);

    /// <summary>What the person did, and what was done to the person and the person's roles. Who else did it is their data.</summary>
    private async Task<object> AuditAsync(Guid personId, CancellationToken cancellationToken) =>
        (await db.AuditRows.Where(a => a.PersonId == personId || a.SubjectId == personId || db.RoleAssignments.Any(r => r.PersonId == personId && r.Id == a.SubjectId))
            .OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(cancellationToken))
        .Select(a => new
        {
            a.At, By = a.PersonId == personId ? "this person" : a.PersonId is null ? a.Principal : "another person", a.Door, a.Noun, a.SubjectId, a.Action, a.Changes,
        }).ToList();

    /// <summary>The text of a mail may still hold a link that signs somebody in.</summary>
    private static string WithoutKeys(string text) => Token().Replace(text, "$1(left out)");

    [GeneratedRegex(@"(token=|/reminders/unsubscribe/)[^\s&""<>]+")]
    private static partial Regex Token();
}
