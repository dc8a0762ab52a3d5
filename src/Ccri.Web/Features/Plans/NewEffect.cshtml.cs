using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

public sealed class NewEffectModel(IMediator mediator) : PageModel
{
    [BindProperty] public AddEffect.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    /// <summary>What brings it: an action, or an investment project.</summary>
    [BindProperty(SupportsGet = true, Name = "project")] public Guid? Project { get; set; }

    [BindProperty(SupportsGet = true, Name = "action")] public Guid? OfAction { get; set; }

    public GetEffectForm.Answer Form { get; private set; } = null!;

    public async Task OnGetAsync() => Form = await mediator.Send(new GetEffectForm.Query(Code, null, OfAction, Project), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Action = OfAction, Project = Project }, HttpContext.RequestAborted);
        TempData["Status"] = "The effect is added.";
        return Redirect(Form.Back);
    }
}
