using Ccri.Web.Errors;
using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

public sealed class RoleDaysModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)] public Guid Role { get; set; }

    [BindProperty] public Form Input { get; set; } = new();

    public GetPerson.Answer Person { get; private set; } = null!;

    public HeldRole Held { get; private set; } = null!;

    public sealed class Form
    {
        public DateOnly? From { get; set; }
        public DateOnly? To { get; set; }
        public Guid Version { get; set; }
    }

    public async Task OnGetAsync() => Input = await SavedAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedAsync(); // for the page, in case it is shown again
        await mediator.Send(new ChangeRoleDays.Command(Id, Role, Input.From, Input.To, Input.Version), HttpContext.RequestAborted);
        TempData["Status"] = "The days of the role are saved.";
        return Redirect($"/accounts/{Id}");
    }

    public async Task<object> SavedFormAsync() => await SavedAsync();

    private async Task<Form> SavedAsync()
    {
        Person = await mediator.Send(new GetPerson.Query(Id), HttpContext.RequestAborted);
        Held = Person.Roles.SingleOrDefault(r => r.Id == Role) ?? throw new NotFoundException("Role", Role);
        return new Form { From = Held.From, To = Held.To, Version = Held.Version };
    }
}
