using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Solutions;

[KeepsDraft]
public sealed class CriteriaModel(IMediator mediator) : PageModel
{
    [BindProperty] public RateCriteria.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    /// <summary>As it is saved, whatever is typed.</summary>
    public RateCriteria.Answer Saved { get; private set; } = null!;

    /// <summary>What the form shows of a criterion while nothing was typed.</summary>
    public RateCriteria.Rating Rating(int index) => index < Input.Ratings.Length ? Input.Ratings[index] : Saved.Form.Ratings[index];

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = Saved.Form;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var typed = Input;
        if (typed.Ratings.Length < Saved.Form.Ratings.Length)
            Input = typed with { Ratings = [.. Saved.Form.Ratings.Select((saved, index) => index < typed.Ratings.Length ? typed.Ratings[index] : saved)] }; // the page shows all ten again, whatever was sent
        await mediator.Send(typed with { Code = Code }, HttpContext.RequestAborted);
        TempData["Status"] = "The criteria are saved.";
        return Redirect($"/solutions/{Saved.Form.Code}#criteria");
    }

    private async Task LoadAsync() => Saved = await mediator.Send(new RateCriteria.Query(Code), HttpContext.RequestAborted);
}
