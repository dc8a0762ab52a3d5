using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Organisations;

[KeepsDraft]
public sealed class NewRoleModel(IMediator mediator) : PageModel
{
    [BindProperty] public GiveRole.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetRoleChoices.Answer Choices { get; private set; } = null!;

    public async Task OnGetAsync() => Choices = await mediator.Send(new GetRoleChoices.Query(Id), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { OrganisationId = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The role is saved.";
        return Redirect($"/organisations/{Id}");
    }
}
