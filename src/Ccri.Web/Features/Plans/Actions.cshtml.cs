using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

public sealed class ActionsModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")] public ActionFilter Filter { get; set; } = new();

    public ListActions.Answer Found { get; private set; } = null!;

    /// <summary>Of a quick edit that led back here.</summary>
    public QuickEdit.Undo? Undo { get; private set; }

    public async Task OnGetAsync(string code)
    {
        Found = await mediator.Send(Filter.ToQuery(code), HttpContext.RequestAborted);
        Undo = KeptUndo.Take(TempData);
    }
}
