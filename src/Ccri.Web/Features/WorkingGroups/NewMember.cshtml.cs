using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups;

public sealed class NewMemberModel(IMediator mediator) : PageModel
{
    [BindProperty] public AddMember.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    public AddMember.Answer Offered { get; private set; } = null!;

    public async Task OnGetAsync() => Offered = await mediator.Send(new AddMember.Query(Code), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code }, HttpContext.RequestAborted);
        TempData["Status"] = "The member is saved.";
        return Redirect($"/working-groups/{Code}");
    }
}
