using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Indicators;

public sealed class CorrectModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public CorrectValue.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public CorrectValue.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (CorrectValue.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The value is corrected; the one before stays in the history.";
        return Redirect(Saved.Head.Address);
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new CorrectValue.Query(Id), HttpContext.RequestAborted)).Form;
}
