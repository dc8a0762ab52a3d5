using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Domain.Programme;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Shared;

/// <summary>What a tier refuses: more territories than it has room for, and support that it does not entitle to. A coordinator can accept it with a reason.</summary>
public static class TierRules
{
    /// <summary>Where a coordinator gives the reason: a field of that name is in each form that a tier can refuse.</summary>
    private const string ReasonField = "Exception";

    /// <param name="Subjects">The rows that exist although the rule refuses them.</param>
    private sealed record Objection(string Rule, string Sentence, string Fingerprint, IReadOnlyList<Guid> Subjects);

    /// <summary>Checks before a territory enters a tier; accepted objections are noted with their reason.</summary>
    /// <param name="day">From when it is to be in the tier.</param>
    /// <param name="field">Where the sentence is shown to who cannot accept it.</param>
    /// <exception cref="ValidationException">When a rule objects and nobody who may accept that gave a reason.</exception>
    public static async Task RequireRoomAsync(this CcriDbContext db, Participation joining, Territory territory, Tier tier, DateOnly day, string? reason, CurrentUser user, DateTime now,
        string field, CancellationToken cancellationToken)
    {
        var objections = new List<Objection>();
        var taken = await db.Participations.NotOverBy(day).CountAsync(p => p.TierId == tier.Id && p.CohortId == joining.CohortId && p.TerritoryId != territory.Id, cancellationToken);
        if (taken >= tier.Capacity)
            objections.Add(new Objection(Acceptance.TierCapacity, $"There is room for {Plural.Of(tier.Capacity, tier.Name, tier.Plural)}, and {Words.Of(taken)} are taken.",
                Acceptance.FingerprintOf(tier.Code, tier.Capacity, taken), [joining.Id]));
        if (await AccompaniedAsync(db, territory, tier, day, cancellationToken) is { } accompanied)
            objections.Add(accompanied);
        db.Accept(objections, territory.Id, reason, user, now, field);
        db.Touch(tier); // two who take the last place at once meet at its version
    }

    /// <summary>Checks before an organisation gets a role for a territory, or keeps it for longer: each tier that the territory is in meanwhile must entitle to it.</summary>
    /// <param name="day">What is over by then needs nobody's leave.</param>
    /// <param name="field">Where the sentence is shown to who cannot accept it.</param>
    /// <exception cref="ValidationException">When a tier objects and nobody who may accept that gave a reason.</exception>
    public static async Task RequireEntitlementAsync(this CcriDbContext db, OrganisationRole role, DateOnly day, string? reason, CurrentUser user, DateTime now,
        string field, CancellationToken cancellationToken)
    {
        if (role.TerritoryId is not { } territoryId || role.To < day)
            return;
        var (first, last) = (role.From > day ? role.From.Value : day, role.To);
        var tiers = await (from p in db.Participations.NotOverBy(first).Where(p => p.TerritoryId == territoryId && (last == null || p.From == null || p.From <= last))
                           join t in db.Tiers on p.TierId equals t.Id
                           orderby p.From, p.Id
                           select new { Tier = t, p.From }).AsNoTracking().ToListAsync(cancellationToken);
        var accepted = await db.Acceptances.AsNoTracking().Where(a => a.SubjectId == role.Id && a.Rule == Acceptance.TierEntitlement).ToListAsync(cancellationToken);
        if (tiers.Find(t => !t.Tier.EntitlesTo(role.Kind) && !accepted.Exists(a => a.Covers(t.Tier.FingerprintFor(role.Kind, territoryId)))) is not { Tier: var tier, From: var since })
            return;
        var territory = await db.Territories.Where(t => t.Id == territoryId).Select(t => t.Name).SingleAsync(cancellationToken);
        var when = since > day ? $"From {Words.Of(since.Value)} on, " : "";
        db.Accept([new Objection(Acceptance.TierEntitlement, when + tier.ObjectionFor(territory), tier.FingerprintFor(role.Kind, territoryId), [role.Id])], territoryId, reason, user, now, field);
    }

    /// <summary>Checks before the support office helps a territory in a way that its tier may not entitle it to; once accepted for a thing, it holds for that thing.</summary>
    /// <param name="subject">What the help is for: a solution, its roadmap, a plan.</param>
    /// <param name="field">Where the sentence is shown to who cannot accept it.</param>
    /// <exception cref="ValidationException">When the tier objects and nobody who may accept that gave a reason.</exception>
    public static async Task RequireSupportAsync(this CcriDbContext db, Entitlement entitlement, Guid subject, Guid territoryId, DateOnly day, string? reason, CurrentUser user, DateTime now,
        string field, CancellationToken cancellationToken)
    {
        var tiers = await (from p in db.Participations.HeldOn(day).Where(p => p.TerritoryId == territoryId)
                           join t in db.Tiers on p.TierId equals t.Id
                           orderby p.Id
                           select t).AsNoTracking().ToListAsync(cancellationToken);
        if (tiers.Count == 0 || tiers.Exists(t => t.EntitlesTo(entitlement)))
            return;
        var (tier, fingerprint) = (tiers[0], tiers[0].FingerprintFor(entitlement, territoryId));
        if (await db.Acceptances.AnyAsync(a => a.SubjectId == subject && a.Rule == Acceptance.TierEntitlement && a.Fingerprint == fingerprint, cancellationToken))
            return;
        var territory = await db.Territories.Where(t => t.Id == territoryId).Select(t => t.Name).SingleAsync(cancellationToken);
        db.Accept([new Objection(Acceptance.TierEntitlement, tier.ObjectionFor(territory, entitlement), fingerprint, [subject])], territoryId, reason, user, now, field);
    }

    /// <summary>The same rule from the other side: who would accompany the territory in a tier that is not accompanied.</summary>
    private static async Task<Objection?> AccompaniedAsync(CcriDbContext db, Territory territory, Tier tier, DateOnly day, CancellationToken cancellationToken)
    {
        const OrganisationRoleKind Kind = OrganisationRoleKind.AccompanyingPartner;
        if (tier.EntitlesTo(Kind))
            return null;
        var fingerprint = tier.FingerprintFor(Kind, territory.Id);
        var partners = await (from r in db.OrganisationRoles.NotOverBy(day).Where(r => r.TerritoryId == territory.Id && r.Kind == Kind)
                              join o in db.Organisations on r.OrganisationId equals o.Id
                              where !db.Acceptances.Any(a => a.SubjectId == r.Id && a.Rule == Acceptance.TierEntitlement && a.Fingerprint == fingerprint)
                              orderby o.Name, r.Id
                              select new { r.Id, o.Name }).ToListAsync(cancellationToken);
        if (partners.Count == 0)
            return null;
        var (still, end) = partners.Count == 1 ? ("accompanies", "that role") : ("accompany", "those roles");
        return new Objection(Acceptance.TierEntitlement, $"{tier.Plural} get group support, no support of their own, and {string.Join(" and ", partners.Select(p => p.Name))} still {still} {territory.Name}: end {end} first.",
            fingerprint, [.. partners.Select(p => p.Id)]);
    }

    private static void Accept(this CcriDbContext db, IReadOnlyList<Objection> objections, Guid territoryId, string? reason, CurrentUser user, DateTime now, string field)
    {
        if (objections.Count == 0)
            return;
        var sentences = string.Join(" ", objections.Select(o => o.Sentence));
        if (!user.IsSystem && !user.Has(Role.Coordinator))
            throw Refusal.At(field, $"{sentences} A coordinator can make an exception with a reason.");
        if (string.IsNullOrWhiteSpace(reason))
            throw Refusal.At(ReasonField, $"{sentences} To make an exception, give the reason here.");
        foreach (var (objection, subject) in objections.SelectMany(o => o.Subjects, (o, subject) => (o, subject)))
            Refusal.Try(ReasonField, () => db.Acceptances.Add(new Acceptance(objection.Rule, subject, territoryId, objection.Fingerprint, reason, user.PersonId, now)));
    }
}
