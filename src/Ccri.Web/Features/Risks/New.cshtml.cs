using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Risks;

/// <summary>For a territory by <c>?territory=slug</c>.</summary>
[KeepsDraft]
public sealed class NewModel(IMediator mediator) : PageModel
{
    [BindProperty] public CreateRisk.Command Input { get; set; } = new();

    [FromQuery(Name = "territory")] public string? Territory { get; set; }

    public GetRiskForm.Answer Offered { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new CreateRisk.Command { Kind = Offered.Form.Kind, RaisedOn = Offered.Form.RaisedOn };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Territory = Territory }, HttpContext.RequestAborted);
        TempData["Status"] = "It is added.";
        return Redirect($"/territories/{Offered.Slug}/risks");
    }

    private async Task LoadAsync() => Offered = await mediator.Send(new GetRiskForm.Query(null, Territory), HttpContext.RequestAborted);
}
