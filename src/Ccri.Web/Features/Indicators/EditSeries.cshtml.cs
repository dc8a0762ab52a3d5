using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Indicators;

public sealed class EditSeriesModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditSeries.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public EditSeries.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (EditSeries.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The series is saved.";
        return Redirect(Saved.Head.Address);
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new EditSeries.Query(Id), HttpContext.RequestAborted)).Form;
}
