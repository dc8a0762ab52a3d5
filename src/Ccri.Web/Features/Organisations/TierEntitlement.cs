using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>Whether the tier of a territory entitles it to a role; a coordinator can make an exception, with a reason that is kept.</summary>
public sealed class TierEntitlement(CcriDbContext db, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock)
{
    /// <returns>The exception to be saved with the role, where one is made.</returns>
    /// <exception cref="FluentValidation.ValidationException">When the tier does not entitle to the role, and no exception is made.</exception>
    public async Task<Acceptance?> CheckAsync(OrganisationRole role, string? reason, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        if (role.TerritoryId is not { } territoryId || role.To < today) // what is over needs nobody's leave
            return null;
        var tierId = await db.Participations.HeldOn(today).Where(p => p.TerritoryId == territoryId).OrderByDescending(p => p.From).ThenByDescending(p => p.Id)
            .Select(p => (Guid?)p.TierId).FirstOrDefaultAsync(cancellationToken);
        var tier = await db.Tiers.SingleOrDefaultAsync(t => t.Id == tierId, cancellationToken);
        if (tier is null || tier.EntitlesTo(role.Kind))
            return null;
        var fingerprint = tier.FingerprintFor(role.Kind, territoryId);
        var earlier = await db.Acceptances.Where(a => a.SubjectId == role.Id && a.Rule == Acceptance.TierEntitlement).ToListAsync(cancellationToken);
        if (earlier.Exists(acceptance => acceptance.Covers(fingerprint)))
            return null;

        var territory = await db.Territories.Where(t => t.Id == territoryId).Select(t => t.Name).SingleAsync(cancellationToken);
        if (!user.IsSystem && !user.Has(Role.Coordinator))
            throw Refusal.At(nameof(GiveRole.Command.Kind), $"{tier.ObjectionFor(territory)} A coordinator can override this with a reason.");
        if (string.IsNullOrWhiteSpace(reason))
            throw Refusal.At(nameof(GiveRole.Command.ExceptionReason), $"{tier.ObjectionFor(territory)} Give the reason for an exception here, or choose another role.");
        Acceptance? acceptance = null;
        Refusal.Try(nameof(GiveRole.Command.ExceptionReason), () =>
            acceptance = new Acceptance(Acceptance.TierEntitlement, role.Id, territoryId, fingerprint, reason, user.PersonId, clock.GetUtcNow().UtcDateTime));
        return acceptance;
    }
}
