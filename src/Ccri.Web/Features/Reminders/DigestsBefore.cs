using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>A digest as it counts in the week of its person.</summary>
/// <param name="At">UTC; when it went out, or was made where it has not.</param>
/// <param name="IsOnItsWay">It was made and has not gone out.</param>
internal sealed record DigestBefore(Guid PersonId, Guid Id, DateTime At, bool IsOnItsWay);

internal static class DigestsBefore
{
    /// <summary>Since a moment (UTC), and those on their way; by person, the oldest first.</summary>
    public static async Task<ILookup<Guid, DigestBefore>> ReadAsync(CcriDbContext db, DateTime since, CancellationToken cancellationToken) =>
        (await db.MailMessages.Where(m => m.IsDigest && m.AgainOfId == null && m.DroppedAt == null && (m.CreatedAt >= since || m.SentAt >= since || m.SentAt == null && m.FailedAt == null)).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id)
            .Select(m => new DigestBefore(m.PersonId, m.Id, m.SentAt ?? m.CreatedAt, m.SentAt == null && m.FailedAt == null)).ToListAsync(cancellationToken)).ToLookup(m => m.PersonId);
}
