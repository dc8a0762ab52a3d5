using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Territories;

public sealed class ParticipationModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditParticipation.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetOfficeForm.Answer Form { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = (EditParticipation.Command)await SavedFormAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The days are saved.";
        return Redirect($"/territories/{Uri.EscapeDataString(Slug)}");
    }

    public async Task<object> SavedFormAsync() => await mediator.Send(new EditParticipation.Query(Id), HttpContext.RequestAborted);

    private async Task LoadAsync() => Form = await mediator.Send(new GetOfficeForm.Query(Slug), HttpContext.RequestAborted);
}
