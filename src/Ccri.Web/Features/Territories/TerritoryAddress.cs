using Ccri.Domain;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>A territory's part of the address, from its name, that no other has: the second Lucca is lucca-2.</summary>
public static class TerritoryAddress
{
    /// <summary>Words that stand at that place of an address for something else.</summary>
    private static readonly string[] Reserved = ["new", "contacts", "members", "networks"];

    public static async Task<string> FreeAddressAsync(this CcriDbContext db, string name, CancellationToken cancellationToken)
    {
        var wanted = Folding.ForAddress(name, 70) is { Length: > 0 } folded ? folded : "territory";
        var taken = (await db.Territories.Where(t => t.Slug.StartsWith(wanted)).Select(t => t.Slug).ToListAsync(cancellationToken)).Concat(Reserved).ToHashSet();
        return taken.Contains(wanted) ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{wanted}-{n}").First(address => !taken.Contains(address)) : wanted;
    }
}
