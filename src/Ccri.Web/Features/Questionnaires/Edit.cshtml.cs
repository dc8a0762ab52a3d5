using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Questionnaires;

/// <summary>After it is saved the form is shown again, with new empty rows at the end.</summary>
[KeepsDraft]
public sealed class EditModel(IMediator mediator) : PageModel
{
    [BindProperty] public EditQuestions.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    public EditQuestions.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = Saved.Form;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code }, HttpContext.RequestAborted);
        TempData["Status"] = $"The questions of version {Saved.Number} are saved. Publish it when it is ready.";
        return Redirect($"/questionnaires/{Saved.Form.Code}");
    }

    private async Task LoadAsync() => Saved = await mediator.Send(new EditQuestions.Query(Code), HttpContext.RequestAborted);
}
