using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

[KeepsDraft]
public sealed class SectionsModel(IMediator mediator) : PageModel
{
    [BindProperty] public ScoreSections.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    /// <summary>As it is saved, whatever is typed.</summary>
    public ScoreSections.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Saved = await mediator.Send(new ScoreSections.Query(Code), HttpContext.RequestAborted);
        Input = new ScoreSections.Command { Code = Code, Rows = Saved.Rows };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var typed = Input;
        await OnGetAsync(); // for the page, in case it is shown again
        await mediator.Send(typed with { Code = Code }, HttpContext.RequestAborted);
        TempData["Status"] = "The scores are saved.";
        return Redirect($"/plans/{Code}");
    }
}
