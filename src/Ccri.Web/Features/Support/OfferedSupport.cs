using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Domain.Support;
using Ccri.Web.Data;
using Ccri.Web.Security;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Support;

/// <summary>What the form of an activity offers.</summary>
/// <param name="Territories">Those that the user looks after.</param>
/// <param name="MayExcept">Whether the user can accept what a tier refuses.</param>
public sealed record OfferedSupport(IReadOnlyList<OfferedSupport.Choice> Territories, IReadOnlyList<OfferedSupport.Choice> Organisations, bool MayExcept)
{
    public sealed record Choice(string Value, string Name);

    /// <summary>A need that can be ticked.</summary>
    public sealed record NeedChoice(Guid Id, string Territory, int Number, string Statement, NeedState State);

    /// <summary>By how they are counted, so that one sees which field goes with them.</summary>
    public static IReadOnlyList<SelectListItem> Types()
    {
        var (days, hours) = (new SelectListGroup { Name = "Counted in expert-days" }, new SelectListGroup { Name = "Counted in hours and participants" });
        var types = Enum.GetValues<ActivityType>().Select(type => new SelectListItem(Words.Of(type), $"{type}") { Group = ActivityTypes.IsCountedInDays(type) ? days : hours });
        return [new SelectListItem("Choose a kind of support", ""), .. types.OrderBy(item => item.Group == hours)];
    }

    internal static async Task<OfferedSupport> ReadAsync(CcriDbContext db, Access access, CurrentUser user, CancellationToken cancellationToken)
    {
        var territories = await db.Territories.Where(t => !t.IsPlaceholder).OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new { t.Id, t.Slug, t.Name }).ToListAsync(cancellationToken);
        var organisations = await db.Organisations.OrderBy(o => o.SearchName).ThenBy(o => o.Id).Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken);
        return new([.. territories.Where(t => access.MayEditForOffice(t.Id)).Select(t => new Choice(t.Slug, t.Name))], [.. organisations.Select(o => new Choice($"{o.Id}", o.Name))], user.IsSystem || user.Has(Role.Coordinator));
    }
}
