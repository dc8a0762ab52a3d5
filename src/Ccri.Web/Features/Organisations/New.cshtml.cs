using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Organisations;

[KeepsDraft]
public sealed class NewModel(IMediator mediator) : PageModel
{
    [BindProperty] public CreateOrganisation.Command Input { get; set; } = new();

    public IReadOnlyList<(string Code, string Name)> Countries { get; private set; } = [];

    public async Task OnGetAsync() => Countries = (await mediator.Send(new GetOrganisationForm.Query(null), HttpContext.RequestAborted)).Countries;

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync(); // for the page, in case it is shown again
        var id = await mediator.Send(Input, HttpContext.RequestAborted);
        TempData["Status"] = "The organisation is saved. Give it a role next.";
        return Redirect($"/organisations/{id}");
    }
}
