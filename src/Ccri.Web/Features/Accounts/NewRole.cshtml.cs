using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

public sealed class NewRoleModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public RoleForm Input { get; set; } = new();

    public GetPerson.Answer Person { get; private set; } = null!;

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        await mediator.Send(new GiveRole.Command(Id, Input.Role, Input.Territory, Input.Group, Input.From, Input.To), HttpContext.RequestAborted);
        TempData["Status"] = $"{Person.Name} has the role now.";
        return Redirect($"/accounts/{Id}");
    }

    private async Task ReadAsync()
    {
        Person = await mediator.Send(new GetPerson.Query(Id), HttpContext.RequestAborted);
        Input.Scopes = await mediator.Send(new GetScopes.Query(), HttpContext.RequestAborted);
    }
}
