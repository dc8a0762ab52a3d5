using Ccri.Domain.Reminders;
using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reminders;

public sealed class EditRuleModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditReminderRule.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>As it is saved, whatever is typed.</summary>
    public string Name { get; private set; } = "";

    public ReminderKind Kind { get; private set; }

    public DateOnly? OnSince { get; private set; }

    public async Task OnGetAsync() => Input = (EditReminderRule.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = $"“{Input.Name}” is saved.";
        return Redirect($"/reminders/preview?rule={Id}");
    }

    public async Task<object> SavedFormAsync()
    {
        var saved = await mediator.Send(new GetReminderRule.Query(Id), HttpContext.RequestAborted);
        (Name, Kind, OnSince) = (saved.Form.Name!, saved.Kind!.Value, saved.OnSince);
        return saved.Form;
    }
}
