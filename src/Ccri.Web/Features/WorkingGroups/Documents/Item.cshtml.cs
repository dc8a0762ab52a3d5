using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups.Documents;

public sealed class ItemModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public LeaveOutItem.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>As it is saved, whatever is typed.</summary>
    public LeaveOutItem.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (LeaveOutItem.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code, Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The item is left out of the report.";
        return Redirect(Address);
    }

    public async Task<IActionResult> OnPostTakeInAsync()
    {
        Input = (LeaveOutItem.Command)await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(new TakeInItem.Command(Code, Id), HttpContext.RequestAborted);
        TempData["Status"] = "The item is in the report again.";
        return Redirect(Address);
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new LeaveOutItem.Query(Code, Id), HttpContext.RequestAborted)).Form;

    private string Address => $"/working-groups/{Saved.Form.Code}/report/{Saved.Section}#items";
}
