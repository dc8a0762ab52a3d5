using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Data;

/// <summary>Takes somebody out of every table, out of what the audit shows, and out of free pages of the file.</summary>
public sealed class Erasure(CcriDbContext db, Wiping wiping)
{
    /// <summary>A few characters that tell one who was erased from the others.</summary>
    public async Task<string> FreeCodeAsync(CancellationToken cancellationToken)
    {
        for (var length = 4; ; length++)
        {
            var code = RandomNumberGenerator.GetHexString(length, lowercase: true);
            if (!await db.Persons.AnyAsync(p => p.Email == $"former-{code}@invalid", cancellationToken))
                return code;
        }
    }

    /// <param name="removeAsync">Removes what goes as a whole. One transaction holds it and the rest.</param>
    public async Task CarryOutAsync(Pseudonym pseudonym, Func<Task> removeAsync, CancellationToken cancellationToken)
    {
        db.HidesValues = true; // what stood there is the very thing that the audit must not keep
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            await removeAsync();
            await db.SaveChangesAsync(cancellationToken); // two saves in one transaction: texts are looked through after what goes has gone
            await PersonalTraces.ReplaceAsync(db, pseudonym, cancellationToken);
            wiping.Owe();
            await db.SaveChangesAsync(cancellationToken);
            await RedactAuditAsync(pseudonym, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        await wiping.TryAsync(CancellationToken.None);
    }

    /// <summary>The rows stay and count; what they said of fields in which somebody was named goes.</summary>
    private async Task RedactAuditAsync(Pseudonym pseudonym, CancellationToken cancellationToken)
    {
        var telling = new List<Guid>();
        await foreach (var row in db.AuditRows.Select(a => new { a.Id, a.Changes }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (pseudonym.IsIn(row.Changes))
                telling.Add(row.Id);
        }
        foreach (var ids in telling.Chunk(500))
            await db.AuditRows.Where(a => ids.Contains(a.Id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.Changes, AuditRow.Silence), cancellationToken);
    }
}
