using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Needs;

[KeepsDraft]
public sealed class EditRoundModel(IMediator mediator) : PageModel
{
    [BindProperty] public CorrectRound.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public CorrectRound.Answer Saved { get; private set; } = null!;

    /// <summary>What is saved, where somebody else saved meanwhile.</summary>
    public ShownRound? Theirs { get; private set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = Saved.Form;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var typed = Input;
        Theirs = typed.Version == Saved.Form.Version ? null : Saved.Round;
        Input = typed with { Ratings = RoundForm.Ordered(typed, Saved.Sheet) }; // for the page, in case it is shown again
        await mediator.Send(typed with { Slug = Slug, Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The round is put right.";
        return Redirect($"/needs/{Saved.Sheet.Slug}/rounds/{Id}");
    }

    private async Task LoadAsync() => Saved = await mediator.Send(new CorrectRound.Query(Slug, Id), HttpContext.RequestAborted);
}
