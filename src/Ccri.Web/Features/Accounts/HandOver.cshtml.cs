using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

public sealed class HandOverModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public Form Input { get; set; } = new();

    public GetDuties.Answer Duties { get; private set; } = null!;

    public sealed class Form
    {
        public Guid? To { get; set; }
        public List<Guid> Roles { get; set; } = [];
        public bool WithOwned { get; set; }
    }

    public async Task OnGetAsync()
    {
        await ReadAsync();
        Input = new Form { Roles = [.. Duties.Roles.Select(r => r.Id)], WithOwned = Duties.Owned.Count > 0 };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        await mediator.Send(new HandOver.Command(Id, Input.To, Input.Roles, Input.WithOwned), HttpContext.RequestAborted);
        TempData["Status"] = $"Handed over to {Duties.Candidates.First(c => c.Id == Input.To).Name}, from today on.";
        return Redirect($"/accounts/{Id}");
    }

    private async Task ReadAsync() => Duties = await mediator.Send(new GetDuties.Query(Id), HttpContext.RequestAborted);
}
