using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Organisations;

[KeepsDraft]
public sealed class EditContactModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditContact.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetContactForm.Answer Offered { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (EditContact.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The contact is saved.";
        return Redirect(Offered.Back);
    }

    public async Task<object> SavedFormAsync() => (Offered = await mediator.Send(new GetContactForm.Query(Id), HttpContext.RequestAborted)).Form;
}
