using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

public sealed class WithdrawModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public WithdrawMinutes.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public WithdrawMinutes.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (WithdrawMinutes.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The minutes are withdrawn and a draft again.";
        return Redirect($"/working-groups/sessions/{Id}");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new WithdrawMinutes.Query(Id), HttpContext.RequestAborted)).Form;
}
