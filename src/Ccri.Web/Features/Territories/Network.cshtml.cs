using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Territories;

public sealed class NetworkModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditNetworkMembership.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public async Task OnGetAsync() => Input = (EditNetworkMembership.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The membership is saved.";
        return Redirect($"/territories/{Uri.EscapeDataString(Slug)}");
    }

    public async Task<object> SavedFormAsync() => await mediator.Send(new EditNetworkMembership.Query(Id), HttpContext.RequestAborted);
}
