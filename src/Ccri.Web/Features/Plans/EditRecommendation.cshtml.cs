using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

[KeepsDraft]
public sealed class EditRecommendationModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditRecommendation.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>As it is saved, whatever is typed.</summary>
    public GetRecommendationForm.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (EditRecommendation.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The recommendation is saved.";
        return Redirect($"/plans/{Saved.Code}#reviews");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new GetRecommendationForm.Query(Id), HttpContext.RequestAborted)).Form;
}
