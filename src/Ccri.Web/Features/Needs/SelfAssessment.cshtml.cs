using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Needs;

/// <summary>The territory rates itself. With <c>?from=</c> the answers of an earlier self-assessment stand in the form as if they were typed.</summary>
[KeepsDraft]
public sealed class SelfAssessmentModel(IMediator mediator) : PageModel
{
    [BindProperty] public HandInSelfAssessment.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";

    [FromQuery(Name = "from")] public Guid? From { get; set; }

    public HandInSelfAssessment.Answer Offered { get; private set; } = null!;

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
        await mediator.Send(typed with { Slug = Slug }, HttpContext.RequestAborted);
        TempData["Status"] = "It is handed in. The ratings of the support office stand beside yours now.";
        return Redirect($"/needs/{Offered.Sheet.Slug}#talk");
    }

    private async Task LoadAsync() => Offered = await mediator.Send(new HandInSelfAssessment.Query(Slug, From), HttpContext.RequestAborted);
}
