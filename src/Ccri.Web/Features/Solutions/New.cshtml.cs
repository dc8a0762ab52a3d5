using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Solutions;

[KeepsDraft]
public sealed class NewModel(IMediator mediator) : PageModel
{
    [BindProperty] public CreateSolution.Command Input { get; set; } = new();

    [FromQuery(Name = "territory")] public string? Territory { get; set; }

    public GetSolutionForm.Answer Offered { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new() { Territory = Offered.Territories.Count == 1 ? Offered.Territories[0].Value : Territory };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var code = await mediator.Send(Input, HttpContext.RequestAborted);
        TempData["Status"] = "The solution is added.";
        return Redirect($"/solutions/{code}");
    }

    private async Task LoadAsync() => Offered = await mediator.Send(new GetSolutionForm.Query(null, Territory), HttpContext.RequestAborted);
}
