using Ccri.Domain.Knowledge;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <param name="IsNamed">A place is kept for it otherwise.</param>
public sealed record UnnamedParticipant(string Name, string Slug, bool IsNamed);

/// <summary>The one rule of which participants keep a period from being frozen without a reason.</summary>
public static class UnnamedParticipants
{
    /// <summary>Those whose name is not known, or of which no source that was read says that they take part.</summary>
    public static async Task<IReadOnlyList<UnnamedParticipant>> UnnamedAsync(this CcriDbContext db, IReadOnlyCollection<Guid> territories, DateOnly today, CancellationToken cancellationToken)
    {
        var records = await db.RecordsOf(db.Territories.Where(t => territories.Contains(t.Id)), today).ToListAsync(cancellationToken);
        var unnamed = records.Where(r => r.IsPlaceholder || r.Participation is not (Confidence.High or Confidence.Medium)).Select(r => r.TerritoryId).ToList();
        return await db.Territories.Where(t => unnamed.Contains(t.Id)).OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new UnnamedParticipant(t.Name, t.Slug, !t.IsPlaceholder)).ToListAsync(cancellationToken);
    }
}
