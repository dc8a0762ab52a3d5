using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups.Documents;

[KeepsDraft]
public sealed class SectionModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public WriteGroupReport.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Section { get; set; } = "";

    /// <summary>As it is saved, whatever is typed.</summary>
    public WriteGroupReport.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (WriteGroupReport.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code, Section = Section }, HttpContext.RequestAborted);
        TempData["Status"] = "The text is saved.";
        return Redirect($"/working-groups/{Saved.Form.Code}/report");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new WriteGroupReport.Query(Code, Section), HttpContext.RequestAborted)).Form;
}
