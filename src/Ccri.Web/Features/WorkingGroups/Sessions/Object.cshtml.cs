using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

public sealed class ObjectModel(IMediator mediator) : PageModel
{
    [BindProperty] public RaiseObjection.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetSession.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Saved = await mediator.Send(new GetSession.Query(Id), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The objection is with the lead of the group.";
        return Redirect($"/working-groups/sessions/{Id}#objections");
    }
}
