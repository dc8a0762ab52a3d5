using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>What each page below a plan says of the plan.</summary>
/// <param name="Currency">What its amounts are usually given in.</param>
public sealed record PlanHead(Guid Id, string Code, string Title, Guid TerritoryId, string? ObjectiveWord, string Currency)
{
    /// <summary>Whether to show what changes it; the message asks again.</summary>
    public bool MayEdit { get; init; }

    public ObjectiveWord Objective => Plans.ObjectiveWord.Of(ObjectiveWord);
}

internal static class PlanHeads
{
    /// <summary>The plan of an address, for who may read it.</summary>
    /// <exception cref="NotFoundException">When there is none of that code and kind.</exception>
    public static async Task<PlanHead> PlanToReadAsync(this CcriDbContext db, Access access, string code, PlanKind? kind, CancellationToken cancellationToken)
    {
        var head = await db.Plans.Where(p => p.Code == code && (kind == null || p.Kind == kind))
            .Select(p => new PlanHead(p.Id, p.Code, p.Title, p.TerritoryId, p.ObjectiveWord, p.Currency)).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException(kind is { } known ? Words.Of(known) : "Plan", code);
        access.RequireReadOfWork(head.TerritoryId);
        return head with { MayEdit = access.MayEdit(head.TerritoryId) };
    }

    /// <summary>The plan of an address, for who may change it.</summary>
    /// <exception cref="NotAllowedException">When the territory is somebody else's.</exception>
    public static async Task<PlanHead> PlanToEditAsync(this CcriDbContext db, Access access, string code, PlanKind? kind, CancellationToken cancellationToken)
    {
        var head = await db.PlanToReadAsync(access, code, kind, cancellationToken);
        access.RequireEdit(head.TerritoryId);
        return head;
    }
}
