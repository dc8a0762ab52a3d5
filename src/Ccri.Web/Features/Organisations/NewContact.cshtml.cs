using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Organisations;

/// <summary>Behind two addresses: below an organisation, and with the address of a territory in the query.</summary>
[KeepsDraft]
public sealed class NewContactModel(IMediator mediator) : PageModel
{
    [BindProperty] public AddContact.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }

    [BindProperty(SupportsGet = true)] public string? Territory { get; set; }

    public GetContactForm.Answer Offered { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await OfferAsync();
        Input = new() { Organisation = Id, Territory = Territory };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await OfferAsync(); // for the page, in case it is shown again
        await mediator.Send(Input, HttpContext.RequestAborted);
        TempData["Status"] = "The contact is saved.";
        return Redirect(Offered.Back);
    }

    private async Task OfferAsync() => Offered = await mediator.Send(new GetContactForm.Query(null, Id, Territory), HttpContext.RequestAborted);
}
