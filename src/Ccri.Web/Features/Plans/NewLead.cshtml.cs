using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

public sealed class NewLeadModel(IMediator mediator) : PageModel
{
    [BindProperty] public AddLead.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    /// <summary>What it leads: an objective, or an action.</summary>
    [BindProperty(SupportsGet = true, Name = "objective")] public Guid? Objective { get; set; }

    [BindProperty(SupportsGet = true, Name = "action")] public Guid? OfAction { get; set; }

    public GetLeadForm.Answer Form { get; private set; } = null!;

    public async Task OnGetAsync() => Form = await mediator.Send(new GetLeadForm.Query(Code, null, Objective, OfAction), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Objective = Objective, Action = OfAction }, HttpContext.RequestAborted);
        TempData["Status"] = "The lead is added.";
        return Redirect(Form.Back);
    }
}
