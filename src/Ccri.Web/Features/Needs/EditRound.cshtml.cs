using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Needs;

[KeepsDraft]
public sealed class EditRoundModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public CorrectRound.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public CorrectRound.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (CorrectRound.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync();
        var typed = Input;
        Input = typed with { Ratings = RoundForm.Ordered(typed, Saved.Sheet) }; // for the page, in case it is shown again
        await mediator.Send(typed with { Slug = Slug, Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The round is put right.";
        return Redirect($"/needs/{Saved.Sheet.Slug}/rounds/{Id}");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new CorrectRound.Query(Slug, Id), HttpContext.RequestAborted)).Form;
}
