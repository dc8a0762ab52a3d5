using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Needs;

public sealed class NeedModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)] public int Number { get; set; }

    public GetNeed.Answer Found { get; private set; } = null!;

    public async Task OnGetAsync() => Found = await mediator.Send(new GetNeed.Query(Slug, Number), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostReopenAsync(Guid version)
    {
        await OnGetAsync(); // for the page, in case it is shown again
        await mediator.Send(new ReopenNeed.Command(Slug, Number, version), HttpContext.RequestAborted);
        TempData["Status"] = "The need is open again.";
        return Redirect($"/needs/{Found.Territory.Slug}/{Number}");
    }
}
