using Ccri.Domain.Accounts;
using Ccri.Web.Errors;
using Ccri.Web.Forms;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Organisations;

/// <summary>What the law gives a contact: a file of everything, and to be forgotten.</summary>
public sealed class EraseContactModel(IMediator mediator, CurrentUser user, ProgrammeCalendar calendar) : PageModel, IEditPage
{
    [BindProperty] public EraseContact.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetContactForm.Answer Offered { get; private set; } = null!;

    /// <summary>A single word is replaced only where somebody is named.</summary>
    public bool IsNameTelling => Data.Pseudonym.IsTelling(Offered.Form.Name ?? "");

    public async Task OnGetAsync() => Input = (EraseContact.Command)await SavedFormAsync();

    public async Task<IActionResult> OnGetExportAsync() =>
        File(await mediator.Send(new ExportContact.Query(Id), HttpContext.RequestAborted), "application/json", $"contact-{Id:N}-{calendar.Today:yyyy-MM-dd}.json");

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        var name = await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = $"The contact is erased. Texts that named the contact say “{name}” now.";
        return Redirect(Offered.Back);
    }

    public async Task<object> SavedFormAsync()
    {
        if (!user.Has(Role.Coordinator))
            throw new NotAllowedException("Contacts are erased by a coordinator of the support office. Ask one, or remove the contact.");
        Offered = await mediator.Send(new GetContactForm.Query(Id), HttpContext.RequestAborted);
        return new EraseContact.Command { Id = Id, Version = Offered.Form.Version };
    }
}
