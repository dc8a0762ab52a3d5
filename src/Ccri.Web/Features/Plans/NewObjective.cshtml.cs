using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

public sealed class NewObjectiveModel(IMediator mediator) : PageModel
{
    [BindProperty] public AddObjective.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    /// <summary>"true": the next lever.</summary>
    [BindProperty(SupportsGet = true)] public string? Lever { get; set; }

    public GetObjectiveForm.Answer Form { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new AddObjective.Command { Number = Form.Form.Number, IsLever = Form.Form.IsLever };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync(); // for the page, in case it is shown again
        var id = await mediator.Send(Input with { Code = Code }, HttpContext.RequestAborted);
        TempData["Status"] = $"“{Input.Title?.Trim()}” is added. Say who leads it.";
        return Redirect($"/plans/{Uri.EscapeDataString(Form.Plan.Code)}/objectives/{id}/edit");
    }

    private async Task LoadAsync() => Form = await mediator.Send(new GetObjectiveForm.Query(Code, IsLever: Lever == "true"), HttpContext.RequestAborted);
}
