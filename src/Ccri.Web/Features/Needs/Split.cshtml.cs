using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Needs;

public sealed class SplitModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public SplitNeed.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)] public int Number { get; set; }

    public GetNeedForm.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (SplitNeed.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Slug = Slug, Number = Number }, HttpContext.RequestAborted);
        TempData["Status"] = "The need is split.";
        return Redirect($"/needs/{Saved.Territory.Slug}/{Number}");
    }

    public async Task<object> SavedFormAsync()
    {
        Saved = await mediator.Send(new GetNeedForm.Query(Slug, Number, ForOffice: true), HttpContext.RequestAborted);
        return new SplitNeed.Command { Version = Saved.Form.Version };
    }
}
