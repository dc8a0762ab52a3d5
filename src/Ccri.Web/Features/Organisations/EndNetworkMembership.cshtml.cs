using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Organisations;

public sealed class EndNetworkMembershipModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EndNetworkMembership.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>As it is saved, whatever is typed.</summary>
    public GetNetworkMembership.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (EndNetworkMembership.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The last day of the membership is saved.";
        return Redirect($"/organisations/{Saved.OrganisationId}");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new GetNetworkMembership.Query(Id), HttpContext.RequestAborted)).Form;
}
