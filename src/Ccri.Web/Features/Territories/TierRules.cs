using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Domain.Programme;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>What a tier refuses: more territories than it has room for, and support that it does not entitle to. A coordinator can accept it with a reason.</summary>
public static class TierRules
{
    /// <param name="Subjects">The rows that exist although the rule refuses them.</param>
    private sealed record Objection(string Rule, string Sentence, string Fingerprint, IReadOnlyList<Guid> Subjects);

    /// <summary>Checks before a territory enters a tier; accepted objections are noted with their reason.</summary>
    /// <param name="day">From when it is to be in the tier.</param>
    /// <param name="tierField">Where the sentence is shown.</param>
    /// <exception cref="ValidationException">When a rule objects and nobody who may accept that gave a reason.</exception>
    public static async Task RequireRoomAsync(this CcriDbContext db, Participation joining, Territory territory, Tier tier, DateOnly day, string? reason, CurrentUser user, DateTime now,
        string tierField, CancellationToken cancellationToken)
    {
        var objections = await ObjectionsAsync(db, joining, territory, tier, day, cancellationToken);
        if (objections.Count == 0)
            return;
        var mayAccept = user.IsSystem || user.Has(Role.Coordinator);
        if (!mayAccept)
            throw Refusal.At(tierField, $"{string.Join(" ", objections.Select(o => o.Sentence))} A coordinator can make an exception with a reason.");
        if (string.IsNullOrWhiteSpace(reason))
            throw Refusal.At("Exception", $"{string.Join(" ", objections.Select(o => o.Sentence))} To make an exception, give the reason here.");
        foreach (var objection in objections)
        {
            foreach (var subject in objection.Subjects)
                Refusal.Try("Exception", () => db.Acceptances.Add(new Acceptance(objection.Rule, subject, territory.Id, objection.Fingerprint, reason, user.PersonId, now)));
        }
    }

    private static async Task<List<Objection>> ObjectionsAsync(CcriDbContext db, Participation joining, Territory territory, Tier tier, DateOnly day, CancellationToken cancellationToken)
    {
        var objections = new List<Objection>();
        var taken = await db.Participations.NotOverBy(day).CountAsync(p => p.TierId == tier.Id && p.CohortId == joining.CohortId && p.TerritoryId != territory.Id, cancellationToken);
        if (taken >= tier.Capacity)
            objections.Add(new Objection(Acceptance.TierCapacity, $"There is room for {Plural.Of(tier.Capacity, tier.Name, tier.Plural)}, and {Words.Of(taken)} are taken.",
                Acceptance.FingerprintOf(tier.Code, tier.Capacity, taken), [joining.Id]));
        if (!tier.EntitlesTo(OrganisationRoleKind.AccompanyingPartner))
        {
            var partners = await (from r in db.OrganisationRoles.NotOverBy(day).Where(r => r.TerritoryId == territory.Id && r.Kind == OrganisationRoleKind.AccompanyingPartner)
                                  join o in db.Organisations on r.OrganisationId equals o.Id
                                  orderby o.Name, r.Id
                                  select new { r.Id, o.Name }).ToListAsync(cancellationToken);
            if (partners.Count > 0)
                objections.Add(new Objection(Acceptance.TierEntitlement, $"{tier.Plural} get no individual support, and {string.Join(" and ", partners.Select(p => p.Name))} still accompanies {territory.Name}: end that role first.",
                    tier.FingerprintFor(OrganisationRoleKind.AccompanyingPartner, territory.Id), [.. partners.Select(p => p.Id)]));
        }
        return objections;
    }
}
