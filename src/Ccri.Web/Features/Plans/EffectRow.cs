using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>What an action or an investment project is expected to bring, as it is shown beside it.</summary>
/// <param name="Amount">Empty where it is not for who asks.</param>
public sealed record EffectRow(Guid Id, EffectKind Kind, decimal? Amount, string Unit, int? FromYear, string? Basis)
{
    /// <summary>Of a confidential project, for those who may not see its amounts.</summary>
    public EffectRow WithoutAmount() => Effect.IsMoney(Kind) ? ConfidentialAmounts.Emptied(this with { }, ConfidentialAmounts.OfEffect) : this;
}

internal static class EffectRows
{
    /// <summary>In the order of their kinds, which the database would sort by letter.</summary>
    public static async Task<List<EffectRow>> EffectRowsAsync(this CcriDbContext db, IQueryable<Effect> effects, CancellationToken cancellationToken) =>
        [.. (await effects.OrderBy(e => e.Id).Select(e => new EffectRow(e.Id, e.Kind, e.Amount, e.Unit, e.FromYear, e.Basis)).ToListAsync(cancellationToken)).OrderBy(e => e.Kind)];
}
