using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Territories;

public sealed class JoinModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public JoinCohort.Command Input { get; set; } = new();

    public string Slug { get; private set; } = "";

    public GetOfficeForm.Answer Form { get; private set; } = null!;

    public async Task OnGetAsync(string slug)
    {
        await LoadAsync(slug);
        Input = Fresh();
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        await LoadAsync(slug);
        await mediator.Send(Input with { Slug = slug }, HttpContext.RequestAborted);
        TempData["Status"] = "The territory takes part.";
        return Redirect($"/territories/{Uri.EscapeDataString(slug)}");
    }

    public async Task<object> SavedFormAsync()
    {
        await LoadAsync(Slug);
        return Fresh();
    }

    private JoinCohort.Command Fresh() => new() { Version = Form.Version };

    private async Task LoadAsync(string slug)
    {
        Slug = slug;
        Form = await mediator.Send(new GetOfficeForm.Query(slug), HttpContext.RequestAborted);
    }
}
