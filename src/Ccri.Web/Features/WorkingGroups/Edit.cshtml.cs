using Ccri.Domain.Accounts;
using Ccri.Web.Forms;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups;

[KeepsDraft]
public sealed class EditModel(IMediator mediator, CurrentUser user) : PageModel, IEditPage
{
    [BindProperty] public EditGroup.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    /// <summary>As it is saved, whatever is typed.</summary>
    public string Name { get; private set; } = "";

    public bool SeesOrganisations => user.Has(Role.Officer, Role.Coordinator);

    public async Task OnGetAsync() => Input = (EditGroup.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code }, HttpContext.RequestAborted);
        TempData["Status"] = $"{Input.Name} is saved.";
        return Redirect($"/working-groups/{Code}");
    }

    public async Task<object> SavedFormAsync()
    {
        var saved = await mediator.Send(new EditGroup.Query(Code), HttpContext.RequestAborted);
        Name = saved.Name!;
        return saved;
    }
}
