using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

public sealed class MyNameModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public Form Input { get; set; } = new();

    public sealed class Form
    {
        public string? Name { get; set; }
        public Guid Version { get; set; }
    }

    public async Task OnGetAsync() => Input = await SavedAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await mediator.Send(new RenameMyself.Command(Input.Name, Input.Version), HttpContext.RequestAborted);
        TempData["Status"] = "Your name is saved.";
        return Redirect("/accounts/me");
    }

    public async Task<object> SavedFormAsync() => await SavedAsync();

    private async Task<Form> SavedAsync()
    {
        var me = await mediator.Send(new GetMyself.Query(), HttpContext.RequestAborted);
        return new Form { Name = me.Name, Version = me.Version };
    }
}
