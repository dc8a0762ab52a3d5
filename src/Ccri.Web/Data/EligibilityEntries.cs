using Ccri.Domain.Programme;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Data;

public static class EligibilityEntries
{
    /// <summary>What is on record of a country's eligibility under any programme, for <see cref="Verdict.Of"/>.</summary>
    public static Task<List<Eligibility>> EligibilityOf(this CcriDbContext db, string countryCode, CancellationToken cancellationToken)
    {
        var code = countryCode.Trim().ToUpperInvariant();
        return db.Eligibilities.AsNoTracking().Where(e => e.CountryCode == code).OrderBy(e => e.Programme).ThenBy(e => e.From).ThenBy(e => e.Id).ToListAsync(cancellationToken);
    }
}
