using Ccri.Domain.Accounts;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups;

public sealed class DetailsModel(IMediator mediator, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    public GetGroup.Answer Group { get; private set; } = null!;

    /// <summary>Whether links lead to organisations.</summary>
    public bool SeesOrganisations => user.Has(Role.Officer, Role.Lead, Role.Coordinator, Role.Desk);

    public async Task OnGetAsync() => Group = await mediator.Send(new GetGroup.Query(Code), HttpContext.RequestAborted);
}
