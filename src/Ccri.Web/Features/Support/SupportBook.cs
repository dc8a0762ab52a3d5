using Ccri.Domain.Needs;
using Ccri.Domain.Programme;
using Ccri.Domain.Support;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Support;

/// <summary>What logging an activity and putting one right have in common: whom it was for, what it served, and what the tiers entitle to.</summary>
public sealed class SupportBook(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock)
{
    /// <summary>An activity with all that belongs to it, for somebody of the office who looks after each of its territories.</summary>
    /// <exception cref="NotFoundException">When there is none.</exception>
    /// <exception cref="NotAllowedException">When one of its territories is not the user's.</exception>
    public async Task<SupportActivity> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var activity = await db.SupportActivities.Include(a => a.Territories).Include(a => a.Needs).AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw new NotFoundException("Activity", id);
        foreach (var territory in activity.Territories)
            access.RequireOffice(territory.TerritoryId);
        return activity;
    }

    /// <summary>The territories of the form.</summary>
    /// <exception cref="NotAllowedException">When the user does not look after one of them.</exception>
    public async Task<IReadOnlyList<Territory>> TerritoriesAsync(SupportFields fields, CancellationToken cancellationToken)
    {
        var addresses = fields.Addresses();
        var territories = await db.Territories.AsNoTracking().Where(t => addresses.Contains(t.Slug)).ToListAsync(cancellationToken);
        if (territories.Count < addresses.Count)
            throw Refusal.At(nameof(fields.Territory), "There is no such territory. Choose one of the list.");
        foreach (var territory in territories)
            access.RequireOffice(territory.Id);
        return territories;
    }

    /// <summary>Everything but the territories and the needs.</summary>
    public async Task FillAsync(SupportActivity activity, SupportFields fields, CancellationToken cancellationToken)
    {
        if (fields.Organisation is { } organisation && !await db.Organisations.AnyAsync(o => o.Id == organisation, cancellationToken))
            throw Refusal.At(nameof(fields.Organisation), "There is no such organisation. Choose one of the list.");
        Refusal.Try(fields.Until > calendar.Today && fields.On <= calendar.Today ? nameof(fields.Until) : nameof(fields.On), () => activity.Hold(fields.Type!.Value, fields.Title!, fields.On!.Value, fields.Until, calendar.Today));
        Refusal.Try(nameof(fields.Experts), () => activity.GivenBy(fields.Organisation, fields.Expert, fields.Experts ?? 1));
        Refusal.Try(ActivityTypes.IsCountedInDays(activity.Type) ? nameof(fields.Days) : nameof(fields.Hours), () => activity.Measure(fields.Days, fields.Hours, fields.Participants));
        Refusal.Try(nameof(fields.Satisfaction), () => activity.CameOut(fields.Outcome, fields.Satisfaction));
    }

    /// <summary>Asks the tier of each territory whether it entitles to help of this kind.</summary>
    /// <param name="territories">Those that were not asked before.</param>
    public async Task RequireEntitlementsAsync(SupportActivity activity, SupportFields fields, IEnumerable<Guid> territories, CancellationToken cancellationToken)
    {
        if (ActivityTypes.EntitlementOf(activity.Type) is not { } entitlement)
            return;
        foreach (var territory in territories)
            await db.RequireSupportAsync(entitlement, activity.Id, territory, activity.On, fields.Exception, user, clock.GetUtcNow().UtcDateTime, nameof(fields.Territory), cancellationToken);
    }

    /// <summary>Those of the territories that need no exception for it on its day.</summary>
    public async Task<IReadOnlyCollection<Guid>> EntitledAsync(SupportActivity activity, IReadOnlyCollection<Guid> territories, CancellationToken cancellationToken)
    {
        if (ActivityTypes.EntitlementOf(activity.Type) is not { } entitlement)
            return territories;
        var tiers = (await (from p in db.Participations.HeldOn(activity.On).Where(p => territories.Contains(p.TerritoryId))
                            join t in db.Tiers on p.TierId equals t.Id
                            select new { p.TerritoryId, Tier = t }).AsNoTracking().ToListAsync(cancellationToken)).ToLookup(t => t.TerritoryId, t => t.Tier);
        return [.. territories.Where(id => !tiers.Contains(id) || tiers[id].Any(t => t.EntitlesTo(entitlement)))];
    }

    /// <summary>Exceptions that are not needed any more; the audit keeps them.</summary>
    public async Task DropExceptionsAsync(Guid activityId, IReadOnlyCollection<Guid>? onlyOf, CancellationToken cancellationToken)
    {
        var given = await db.Acceptances.Where(a => a.SubjectId == activityId && a.Rule == Acceptance.TierEntitlement).ToListAsync(cancellationToken);
        db.Acceptances.RemoveRange(given.Where(a => onlyOf is null || a.TerritoryId is { } territory && onlyOf.Contains(territory)));
    }

    /// <summary>The needs that were ticked.</summary>
    public async Task<IReadOnlyList<Need>> NeedsAsync(IReadOnlyCollection<Guid> ids, IReadOnlyCollection<Guid> territories, string field, CancellationToken cancellationToken)
    {
        var needs = await db.Needs.Where(n => ids.Contains(n.Id)).ToListAsync(cancellationToken);
        if (needs.Count < ids.Distinct().Count())
            throw Refusal.At(field, "A need that you ticked is no longer there. Tick again what it served.");
        if (needs.Find(n => !territories.Contains(n.TerritoryId)) is { } foreign)
            throw Refusal.At(field, $"“{foreign.Statement}” is a need of a territory that the activity was not for. Untick it, or add the territory.");
        return needs;
    }

    /// <summary>For whom it was and what it served; the needs follow: what is served is in support, what nothing serves any more is open again.</summary>
    public async Task ServeAsync(SupportActivity activity, IReadOnlyCollection<Guid> territories, IReadOnlyList<Need> needs, string field, CancellationToken cancellationToken)
    {
        var before = activity.Needs.Select(s => s.NeedId).ToHashSet();
        activity.BeFor(territories, needs);
        foreach (var need in needs.Where(n => !before.Contains(n.Id)))
            Refusal.Try(field, need.Serve);
        before.ExceptWith(activity.Needs.Select(s => s.NeedId));
        await LeaveAsync(activity.Id, before, cancellationToken);
    }

    /// <summary>What only this activity served is not served any more.</summary>
    public async Task LeaveAsync(Guid activityId, IReadOnlyCollection<Guid> needs, CancellationToken cancellationToken)
    {
        if (needs.Count == 0)
            return;
        foreach (var need in await db.Needs.Where(n => needs.Contains(n.Id) && !db.ServedNeeds.Any(s => s.NeedId == n.Id && s.ActivityId != activityId)).ToListAsync(cancellationToken))
            need.LeaveUnserved();
    }
}
