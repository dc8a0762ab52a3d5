using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Shared;

/// <summary>Codes that people read and addresses hold: CEAP-UPPSALA-1, CSS-ASKER-2. A unique index is the truth; two who take the same number at once meet there.</summary>
public static class NumberedCode
{
    /// <summary>The next free one: one more than the highest number, so that the code of something removed is not given again while later ones exist.</summary>
    /// <param name="codes">Those that exist.</param>
    /// <param name="slug">Of the territory.</param>
    public static async Task<string> NextAsync(this IQueryable<string> codes, string kind, string slug, CancellationToken cancellationToken)
    {
        var prefix = $"{kind}-{slug}-".ToUpperInvariant();
        var taken = await codes.Where(code => code.StartsWith(prefix)).ToListAsync(cancellationToken);
        var highest = taken.Select(code => int.TryParse(code.AsSpan(prefix.Length), out var number) ? number : 0).DefaultIfEmpty().Max();
        return FormattableString.Invariant($"{prefix}{highest + 1}");
    }
}
