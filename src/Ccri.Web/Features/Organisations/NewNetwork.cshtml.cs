using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Organisations;

public sealed class NewNetworkModel(IMediator mediator) : PageModel
{
    [BindProperty] public AddNetworkMembership.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetNetworkChoices.Answer Choices { get; private set; } = null!;

    public async Task OnGetAsync() => Choices = await mediator.Send(new GetNetworkChoices.Query(Id), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { OrganisationId = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The membership is saved.";
        return Redirect($"/organisations/{Id}");
    }
}
