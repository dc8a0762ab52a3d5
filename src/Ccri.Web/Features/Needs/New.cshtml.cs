using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Needs;

[KeepsDraft]
public sealed class NewModel(IMediator mediator) : PageModel
{
    [BindProperty] public CreateNeed.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";

    public GetNeedForm.Answer Offered { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new CreateNeed.Command { RaisedOn = Offered.Form.RaisedOn };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync(); // for the page, in case it is shown again
        var number = await mediator.Send(Input with { Slug = Slug }, HttpContext.RequestAborted);
        TempData["Status"] = "The need is added.";
        return Redirect($"/needs/{Offered.Territory.Slug}/{number}");
    }

    private async Task LoadAsync() => Offered = await mediator.Send(new GetNeedForm.Query(Slug), HttpContext.RequestAborted);
}
