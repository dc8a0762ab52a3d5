using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Support;

public sealed class PlanModel(IMediator mediator) : PageModel
{
    [BindProperty] public PlanDays.Command Input { get; set; } = new();

    [FromQuery(Name = "quarter")] public string? Quarter { get; set; }

    [FromQuery(Name = "partner")] public string? Partner { get; set; }

    /// <summary>As it is saved, whatever is typed.</summary>
    public PlanDays.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = Saved.Form;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var typed = Input with { Quarter = Saved.Form.Quarter, Partner = Saved.Form.Partner };
        if (typed.Rows.Length < Saved.Form.Rows.Length)
            Input = typed with { Rows = [.. Saved.Form.Rows.Select((saved, index) => index < typed.Rows.Length ? typed.Rows[index] : saved)] }; // the page shows all of them again, whatever was sent
        await mediator.Send(typed, HttpContext.RequestAborted);
        TempData["Status"] = "The planned days are saved.";
        return Redirect($"/support/plan?quarter={Saved.Form.Quarter}&partner={Saved.Form.Partner}");
    }

    private async Task LoadAsync() => Saved = await mediator.Send(new PlanDays.Query(Quarter, Guid.TryParse(Partner, out var partner) ? partner : null), HttpContext.RequestAborted);
}
