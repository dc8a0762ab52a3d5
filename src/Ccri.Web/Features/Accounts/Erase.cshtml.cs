using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

public sealed class EraseModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public Form Input { get; set; } = new();

    public GetPerson.Answer Person { get; private set; } = null!;

    /// <summary>A single word is replaced only where a person is named.</summary>
    public bool IsNameTelling => Data.Pseudonym.IsTelling(Person.Name);

    public sealed class Form
    {
        public string? Confirmation { get; set; }
    }

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        var name = await mediator.Send(new ErasePerson.Command(Person.Email, Input.Confirmation), HttpContext.RequestAborted);
        TempData["Status"] = $"The person is erased. What they did stays under “{name}”.";
        return Redirect($"/accounts/{Id}");
    }

    private async Task ReadAsync() => Person = await mediator.Send(new GetPerson.Query(Id), HttpContext.RequestAborted);
}
