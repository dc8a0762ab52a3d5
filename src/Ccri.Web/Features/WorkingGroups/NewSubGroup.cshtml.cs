using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups;

[KeepsDraft]
public sealed class NewSubGroupModel(IMediator mediator) : PageModel
{
    [BindProperty] public AddSubGroup.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    public OfferedMembers Offered { get; private set; } = null!;

    public async Task OnGetAsync() => Offered = await mediator.Send(new AddSubGroup.Query(Code), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code }, HttpContext.RequestAborted);
        TempData["Status"] = $"{Input.Name} is saved.";
        return Redirect($"/working-groups/{Code}");
    }
}
