using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

[KeepsDraft]
public sealed class NewRecommendationModel(IMediator mediator) : PageModel
{
    [BindProperty] public AddRecommendation.Command Input { get; set; } = new();

    /// <summary>Of the review.</summary>
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetRecommendationForm.Answer Form { get; private set; } = null!;

    public async Task OnGetAsync() => Form = await mediator.Send(new GetRecommendationForm.Query(null, Id), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Review = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The recommendation is saved.";
        return Redirect($"/plans/{Form.Code}#reviews");
    }
}
