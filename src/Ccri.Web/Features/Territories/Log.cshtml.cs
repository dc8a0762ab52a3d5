using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Territories;

[KeepsDraft]
public sealed class LogModel(IMediator mediator) : PageModel
{
    [BindProperty] public LogContact.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "p")] public string? P { get; set; }

    public string Slug { get; private set; } = "";

    public GetContactLog.Answer Log { get; private set; } = null!;

    public Task OnGetAsync(string slug) => LoadAsync(slug);

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        await LoadAsync(slug);
        await mediator.Send(Input with { Slug = slug }, HttpContext.RequestAborted);
        TempData["Status"] = "The contact is logged.";
        return Redirect($"/territories/{Uri.EscapeDataString(slug)}");
    }

    private async Task LoadAsync(string slug)
    {
        Slug = slug;
        Log = await mediator.Send(new GetContactLog.Query(slug, int.TryParse(P, out var page) && page > 0 ? page : 1), HttpContext.RequestAborted);
    }
}
