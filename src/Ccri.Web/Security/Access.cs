using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Errors;

namespace Ccri.Web.Security;

/// <summary>What the current user may see and change among the rows that belong to territories.</summary>
public sealed class Access(CurrentUser user)
{
    private const string NotYours = "This territory is not yours. You can see the territory you answer for; the support office can show you another.";

    private static readonly Role[] SeesAll = [Role.Officer, Role.Lead, Role.Coordinator, Role.Desk];

    /// <summary>Whether the user sees the live work of every territory.</summary>
    public bool SeesAllWork => user.IsSystem || user.Has(Role.Officer, Role.Lead, Role.Coordinator);

    public bool SeesEveryTerritory => user.IsSystem || user.Has(SeesAll);

    /// <summary>The territories of a territory contact; what others see is not limited by it.</summary>
    private Guid[] Own => [.. user.Roles.Where(r => r is { Role: Role.Territory, TerritoryId: not null }).Select(r => r.TerritoryId!.Value)];

    /// <summary>Only what the user may see; every query over territories starts here.</summary>
    public IQueryable<Territory> Visible(IQueryable<Territory> territories)
    {
        var own = Own;
        return SeesEveryTerritory ? territories : territories.Where(t => own.Contains(t.Id));
    }

    /// <summary>The territories whose live work the user may see.</summary>
    public IQueryable<Territory> WithVisibleWork(IQueryable<Territory> territories)
    {
        var own = Own;
        return SeesAllWork ? territories : territories.Where(t => own.Contains(t.Id));
    }

    /// <summary>Only what the user may see of live work: plans, solutions, milestones. The desk sees what was frozen of it.</summary>
    public IQueryable<T> Visible<T>(IQueryable<T> things) where T : class, IOfTerritory
    {
        var own = Own;
        return SeesAllWork ? things : things.Where(t => own.Contains(t.TerritoryId));
    }

    /// <exception cref="NotAllowedException">When the territory is somebody else's.</exception>
    public void RequireRead(Guid territoryId)
    {
        if (!SeesEveryTerritory && !Own.Contains(territoryId))
            throw new NotAllowedException(NotYours);
    }

    /// <summary>As <see cref="RequireRead"/>, for live work: plans, solutions, milestones. Who is of the desk, too, sees it of the own territory only.</summary>
    /// <exception cref="NotAllowedException">When the territory is somebody else's.</exception>
    public void RequireReadOfWork(Guid territoryId)
    {
        if (!SeesAllWork && !Own.Contains(territoryId))
            throw new NotAllowedException(NotYours);
    }

    /// <summary>The amounts of a confidential project are for the support office and for the territory itself.</summary>
    public bool SeesConfidentialAmounts(Guid territoryId) => user.IsSystem || user.Has(Role.Officer, Role.Coordinator) || MayEdit(territoryId);

    /// <summary>Whether to show what changes a territory; the message asks again.</summary>
    public bool MayEdit(Guid territoryId) => user.IsSystem || user.Roles.Any(r => r.Role switch
    {
        Role.Coordinator => true,
        Role.Officer => r.TerritoryId is null || r.TerritoryId == territoryId,
        Role.Territory => r.TerritoryId == territoryId,
        _ => false,
    });

    /// <summary>Whether the user changes this for the support office: a coordinator anything, an officer what lies in the scope of that very role.</summary>
    /// <param name="territoryId">Empty for what belongs to no territory: only an officer of everything changes that.</param>
    public bool MayEditForOffice(Guid? territoryId) => user.IsSystem || user.Roles.Any(r => r.Role == Role.Coordinator || r.Role == Role.Officer && (r.TerritoryId is null || r.TerritoryId == territoryId));

    /// <exception cref="NotAllowedException">When the user does not work for the office, or only for other territories.</exception>
    public void RequireOffice(Guid? territoryId)
    {
        if (!MayEditForOffice(territoryId))
            throw new NotAllowedException("This is changed by the support office, by an officer who looks after it. A coordinator can widen your role.");
    }

    /// <exception cref="NotAllowedException">When the user only reads, or the territory is outside the user's scope.</exception>
    public void RequireEdit(Guid territoryId)
    {
        if (!MayEdit(territoryId))
            throw new NotAllowedException("You may not change this territory. Ask the support officer who looks after it.");
    }
}
