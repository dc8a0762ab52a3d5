using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

[KeepsDraft]
public sealed class NewReviewModel(IMediator mediator) : PageModel
{
    [BindProperty] public RecordReview.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    public GetReviewForm.Answer Form { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new RecordReview.Command { On = Form.Form.On };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code }, HttpContext.RequestAborted);
        TempData["Status"] = "The review is recorded.";
        return Redirect($"/plans/{Code}#reviews");
    }

    private async Task LoadAsync() => Form = await mediator.Send(new GetReviewForm.Query(Code), HttpContext.RequestAborted);
}
