using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

public sealed class InviteModel(IMediator mediator) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public sealed class Form : RoleForm
    {
        public string? Name { get; set; }
        public string? Email { get; set; }
    }

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync(); // in case the form comes back
        var outcome = await mediator.Send(new InvitePerson.Command(Input.Name, Input.Email, Input.Role, Input.Territory, Input.Group, Input.From, Input.To), HttpContext.RequestAborted);
        TempData["Status"] = outcome.Link is null
            ? "The role is given. This address is known and has a password, so no mail was needed."
            : "The invitation is on its way. Its link is good for 24 hours; “Send the link again” is here when it has run out.";
        return Redirect($"/accounts/{outcome.PersonId}");
    }

    private async Task ReadAsync() => Input.Scopes = await mediator.Send(new GetScopes.Query(), HttpContext.RequestAborted);
}
