using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups;

[KeepsDraft]
public sealed class SubGroupModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditSubGroup.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>As it is saved, whatever is typed.</summary>
    public EditSubGroup.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (EditSubGroup.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code, Id = Id }, HttpContext.RequestAborted);
        return Return($"{Input.Name} is saved.");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await SavedFormAsync();
        await mediator.Send(new RemoveSubGroup.Command(Code, Id, Input.Version), HttpContext.RequestAborted);
        return Return($"{Saved.Form.Name} is removed.");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new EditSubGroup.Query(Code, Id), HttpContext.RequestAborted)).Form;

    private RedirectResult Return(string status)
    {
        TempData["Status"] = status;
        return Redirect($"/working-groups/{Code}");
    }
}
