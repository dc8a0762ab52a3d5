using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Support;

public sealed class NeedsModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public ServeNeeds.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>As it is saved, whatever is ticked.</summary>
    public ServeNeeds.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (ServeNeeds.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = Input.Needs.Count == 0 ? "It served no need." : $"It served {Plural.Of(Input.Needs.Count, "need")}.";
        return Redirect($"/support/{Id}");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new ServeNeeds.Query(Id), HttpContext.RequestAborted)).Form;
}
