using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Needs;

/// <summary>With <c>?from=</c> the answers of an earlier round stand in the form as if they were typed.</summary>
[KeepsDraft]
public sealed class RecordModel(IMediator mediator) : PageModel
{
    [BindProperty] public RecordRound.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";

    [FromQuery(Name = "from")] public Guid? From { get; set; }

    public RecordRound.Answer Offered { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = Offered.Form;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var typed = Input;
        Input = typed with { Ratings = RoundForm.Ordered(typed, Offered.Sheet) }; // for the page, in case it is shown again
        var id = await mediator.Send(typed with { Slug = Slug }, HttpContext.RequestAborted);
        TempData["Status"] = "The round is recorded.";
        return Redirect($"/needs/{Offered.Sheet.Slug}/rounds/{id}");
    }

    private async Task LoadAsync() => Offered = await mediator.Send(new RecordRound.Query(Slug, From), HttpContext.RequestAborted);
}
