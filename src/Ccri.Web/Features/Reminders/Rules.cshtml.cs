using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reminders;

public sealed class RulesModel(IMediator mediator) : PageModel
{
    private const string Address = "/reminders/rules";

    public IReadOnlyList<ListReminderRules.Row> Rules { get; private set; } = [];

    public async Task OnGetAsync() => Rules = await mediator.Send(new ListReminderRules.Query(), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostOffAsync(Guid id)
    {
        var name = await mediator.Send(new SwitchOffRule.Command(id), HttpContext.RequestAborted);
        TempData["Status"] = $"“{name}” is off. What it has not sent yet is not sent.";
        return Redirect(Address);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid version)
    {
        await OnGetAsync(); // for the page, in case it is refused
        var name = await mediator.Send(new RemoveReminderRule.Command(id, version), HttpContext.RequestAborted);
        TempData["Status"] = $"“{name}” is removed.";
        return Redirect(Address);
    }
}
