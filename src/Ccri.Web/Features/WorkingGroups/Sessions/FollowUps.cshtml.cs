using Ccri.Domain;
using Ccri.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

public sealed class FollowUpsModel(IMediator mediator) : PageModel
{
    private const string Address = "/working-groups/follow-ups";

    [FromQuery(Name = "group")] public string? Group { get; set; }

    /// <summary>"me" for what one is to do oneself.</summary>
    [FromQuery(Name = "who")] public string? Who { get; set; }

    [FromQuery(Name = "stand")] public string? Stand { get; set; }

    [FromQuery(Name = "p")] public string? P { get; set; }

    public ListFollowUps.Stand Shown => FromAddress.Known<ListFollowUps.Stand>(Stand) ?? ListFollowUps.Stand.Open;

    public ListFollowUps.Answer Found { get; private set; } = null!;

    public async Task OnGetAsync() => Found = await mediator.Send(new ListFollowUps.Query(Group, Who == "me", Shown, FromAddress.Page(P)), HttpContext.RequestAborted);

    public Task<IActionResult> OnPostDoneAsync(Guid item, string? back) => FinishAsync(item, back, isDone: true);

    public Task<IActionResult> OnPostOpenAsync(Guid item, string? back) => FinishAsync(item, back, isDone: false);

    private async Task<IActionResult> FinishAsync(Guid item, string? back, bool isDone)
    {
        var what = await mediator.Send(new FinishAction.Command(item, isDone), HttpContext.RequestAborted);
        var to = Url.IsLocalUrl(back) ? back! : Address;
        TempData["Status"] = isDone ? $"Done: {what.Shorten(80)}" : $"Open again: {what.Shorten(80)}";
        if (isDone)
            TempData["Undo"] = $"~{Address}?handler=Open&item={item}&back={Uri.EscapeDataString(to)}";
        return LocalRedirect(to);
    }
}
