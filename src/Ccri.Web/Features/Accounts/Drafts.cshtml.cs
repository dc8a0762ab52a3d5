using System.Globalization;
using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Ccri.Web.Features.Accounts;

/// <summary>Only takes what a long form sends every few seconds, and the presses of "Save draft" and "Throw it away".</summary>
[Repeatable]
public sealed class DraftsModel(IMediator mediator, ProgrammeCalendar calendar) : PageModel
{
    private string Form => Request.Form[FormKeys.Form].ToString();

    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        Guid? once = Guid.TryParse(Request.Form[FormKeys.Once], out var key) ? key : null;
        var at = await mediator.Send(new SaveDraft.Command(Form, Forms.Drafts.FieldsOf(Request.Form), once), HttpContext.RequestAborted);
        return Content(at is { } moment ? $"Draft kept {calendar.Local(moment).ToString("HH:mm", CultureInfo.InvariantCulture)}" : "");
    }

    /// <summary>The press of "Save draft", which works without scripts: back to the form, with everything that was typed.</summary>
    public async Task<IActionResult> OnPostKeepAsync()
    {
        Guid? once = Guid.TryParse(Request.Form[FormKeys.Once], out var key) ? key : null;
        var at = await mediator.Send(new SaveDraft.Command(Form, Forms.Drafts.FieldsOf(Request.Form), once), HttpContext.RequestAborted);
        TempData["Status"] = at is null ? "There was nothing to keep." : "The draft is kept. It is not saved yet; go on whenever you like.";
        return LocalRedirect(Url.IsLocalUrl(Form) ? at is null ? Form : QueryHelpers.AddQueryString(Form, Forms.Drafts.Parameter, "1") : "/");
    }

    public async Task<IActionResult> OnPostDropAsync()
    {
        await mediator.Send(new DropDraft.Command(Form), HttpContext.RequestAborted);
        TempData["Status"] = "The draft is thrown away. The form shows what is saved.";
        return LocalRedirect(Url.IsLocalUrl(Form) ? Form : "/");
    }
}
