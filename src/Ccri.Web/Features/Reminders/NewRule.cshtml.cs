using Ccri.Domain.Reminders;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reminders;

public sealed class NewRuleModel(IMediator mediator) : PageModel
{
    [BindProperty] public CreateReminderRule.Command Input { get; set; } = new();

    /// <summary>Who may not add a rule does not see the form either.</summary>
    public async Task OnGetAsync()
    {
        var form = (await mediator.Send(new GetReminderRule.Query(null), HttpContext.RequestAborted)).Form;
        Input = new CreateReminderRule.Command { Count = form.Count, Channel = form.Channel, Audience = form.Audience };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await mediator.Send(Input, HttpContext.RequestAborted);
        TempData["Status"] = $"“{Input.Name}” is saved, and off. This is what it would send.";
        return Redirect($"/reminders/preview?rule={id}");
    }
}
