using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

[KeepsDraft]
public sealed class EditReviewModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditReview.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>As it is saved, whatever is typed.</summary>
    public GetReviewForm.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (EditReview.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The review is saved.";
        return Redirect($"/plans/{Saved.Code}#reviews");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new GetReviewForm.Query(null, Id), HttpContext.RequestAborted)).Form;
}
