using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Ends and takes back mails of rules; done once more, nothing changes.</summary>
internal static class Unsubscriptions
{
    /// <param name="now">UTC.</param>
    public static async Task EndMailsAsync(this CcriDbContext db, Guid personId, IReadOnlyCollection<Guid> rules, DateTime now, CancellationToken cancellationToken)
    {
        var ended = await db.Unsubscriptions.Where(u => u.PersonId == personId && rules.Contains(u.RuleId)).Select(u => u.RuleId).ToListAsync(cancellationToken);
        foreach (var rule in rules.Except(ended))
        {
            var unsubscription = new Unsubscription(personId, rule, now);
            db.Unsubscriptions.Add(unsubscription);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                if (!await db.Unsubscriptions.AnyAsync(u => u.PersonId == personId && u.RuleId == rule, cancellationToken))
                    throw; // else the same click came twice, and the other one was quicker
            }
        }
    }

    public static async Task TakeBackAsync(this CcriDbContext db, Guid personId, IReadOnlyCollection<Guid> rules, CancellationToken cancellationToken)
    {
        db.Unsubscriptions.RemoveRange(await db.Unsubscriptions.Where(u => u.PersonId == personId && rules.Contains(u.RuleId)).ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
    }
}
